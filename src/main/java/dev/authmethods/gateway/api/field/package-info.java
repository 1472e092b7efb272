/** Calls the methods of controllers. */
@NullMarked
package dev.authmethods.gateway.api.field;

import org.jspecify.annotations.NullMarked;
