/** Puts the schema together, and compares it with the code at the start. */
@NullMarked
package dev.authmethods.gateway.api.schema;

import org.jspecify.annotations.NullMarked;
