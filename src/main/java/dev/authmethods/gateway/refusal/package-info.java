/** Errors that mutations of several features answer, but not all of them. Each {@code Operation} names those that it can answer. */
@NullMarked
package dev.authmethods.gateway.refusal;

import org.jspecify.annotations.NullMarked;
