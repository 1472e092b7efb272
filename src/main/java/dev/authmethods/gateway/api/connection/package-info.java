/**
 * Bounds every connection before Reactor Netty reads a request: number, time and memory, and turns requests away under load.
 *
 * <p>Our handlers stand in place of filters of Spring because a filter runs only after Reactor Netty has read the request's head and
 * WebFlux has dispatched it; {@code src/bench/overload} shows how many mutations the gateway answers while it turns others away.
 * The comparison with Spring's handler is in the comment of package {@code api.http}.
 */
@NullMarked
package dev.authmethods.gateway.api.connection;

import org.jspecify.annotations.NullMarked;
