/** Microsoft Graph v1.0: routing, users, batches and throttling. */
@NullMarked
package dev.authmethods.sandbox.graph;

import org.jspecify.annotations.NullMarked;
