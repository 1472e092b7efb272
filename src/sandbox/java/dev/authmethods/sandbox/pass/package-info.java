/** The rules of temporary access passes. */
@NullMarked
package dev.authmethods.sandbox.pass;

import org.jspecify.annotations.NullMarked;
