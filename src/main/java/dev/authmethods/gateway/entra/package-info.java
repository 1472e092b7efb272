/**
 * Microsoft's edge: clouds, credentials, clients, batches and failures. With {@code Entra*} of the features the only place
 * that knows Microsoft's classes. Imports {@code method} and {@code access}.
 */
@NullMarked
package dev.authmethods.gateway.entra;

import org.jspecify.annotations.NullMarked;
