/** Passwords: resetting them, and following a reset until it has ended. */
@NullMarked
package dev.authmethods.gateway.password;

import org.jspecify.annotations.NullMarked;
