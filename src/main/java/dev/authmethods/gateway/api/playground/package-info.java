/** Serves the playground. */
@NullMarked
package dev.authmethods.gateway.api.playground;

import org.jspecify.annotations.NullMarked;
