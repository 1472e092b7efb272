/** A local Entra. */
@NullMarked
package dev.authmethods.sandbox;

import org.jspecify.annotations.NullMarked;
