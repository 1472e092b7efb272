/** Everything that takes something away from a user: methods of every kind, and sign-in sessions. */
@NullMarked
package dev.authmethods.gateway.removal;

import org.jspecify.annotations.NullMarked;
