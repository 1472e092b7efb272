/** Resets of passwords, and the operations that carry them out. */
@NullMarked
package dev.authmethods.sandbox.password;

import org.jspecify.annotations.NullMarked;
