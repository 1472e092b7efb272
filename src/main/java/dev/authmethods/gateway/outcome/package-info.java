/** What became of a write: the one engine by which every mutation finds out, whatever happened on the way. */
@NullMarked
package dev.authmethods.gateway.outcome;

import org.jspecify.annotations.NullMarked;
