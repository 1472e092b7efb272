/**
 * The outcome of a write. {@link dev.authmethods.gateway.change.outcome.VerifiedWrite} sends the write and finds out
 * whether it was made; it knows nothing of methods and mutations.
 */
@NullMarked
package dev.authmethods.gateway.change.outcome;

import org.jspecify.annotations.NullMarked;
