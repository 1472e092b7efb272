/** The controls under <code>/sandbox</code>, and the state that they change. */
@NullMarked
package dev.authmethods.sandbox.control;

import org.jspecify.annotations.NullMarked;
