/** The gateway. */
@NullMarked
package dev.authmethods.gateway;

import org.jspecify.annotations.NullMarked;
