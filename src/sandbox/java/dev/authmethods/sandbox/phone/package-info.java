/** The rules of phones. */
@NullMarked
package dev.authmethods.sandbox.phone;

import org.jspecify.annotations.NullMarked;
