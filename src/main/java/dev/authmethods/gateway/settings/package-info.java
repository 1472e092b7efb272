/** Settings that cannot be used: they end the start, and the operator reads why. */
@NullMarked
package dev.authmethods.gateway.settings;

import org.jspecify.annotations.NullMarked;
