/** Phones: adding, changing and deleting them, signing in with them, and which may be added. */
@NullMarked
package dev.authmethods.gateway.phone;

import org.jspecify.annotations.NullMarked;
