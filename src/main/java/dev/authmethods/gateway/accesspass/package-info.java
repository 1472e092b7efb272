/** Temporary Access Passes. */
@NullMarked
package dev.authmethods.gateway.accesspass;

import org.jspecify.annotations.NullMarked;
