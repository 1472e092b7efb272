/**
 * Explains why a document or its variables do not fit the schema: where, which name or value, and which name was probably meant.
 * The engine decides whether a request is rejected; these checks find the words for it.
 */
@NullMarked
package dev.authmethods.gateway.api.check;

import org.jspecify.annotations.NullMarked;
