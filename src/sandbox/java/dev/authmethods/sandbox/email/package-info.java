/** The rules of email methods. */
@NullMarked
package dev.authmethods.sandbox.email;

import org.jspecify.annotations.NullMarked;
