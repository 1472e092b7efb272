/** Everything expected that can go wrong, one record an error type of the schema, one sealed interface a union of it, and the
 * payload that carries them. In one package, because Java lets a sealed family span no more. May import {@code method} and
 * {@code entra}'s failures. */
@NullMarked
package dev.authmethods.gateway.error;

import org.jspecify.annotations.NullMarked;
