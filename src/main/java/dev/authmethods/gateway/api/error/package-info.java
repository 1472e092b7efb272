/**
 * Explains why a document or its variables do not fit the schema: where, which name or value, and what may have been meant. The
 * engine decides whether a request is refused; what is here runs after that, since the engine stops at the first wrong value, names
 * no places within it and suggests nothing.
 */
@NullMarked
package dev.authmethods.gateway.api.error;

import org.jspecify.annotations.NullMarked;
