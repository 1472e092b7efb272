/** Executes requests: lets them in, runs them to their end, and measures them. */
@NullMarked
package dev.authmethods.gateway.api.execution;

import org.jspecify.annotations.NullMarked;
