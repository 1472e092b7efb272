/**
 * What became of a write. {@link dev.authmethods.gateway.change.outcome.VerifiedWrite} sends it and finds out, whatever happens on
 * the way; it knows nothing of methods and mutations.
 */
@NullMarked
package dev.authmethods.gateway.change.outcome;

import org.jspecify.annotations.NullMarked;
