/** Bounds every connection before Reactor Netty reads a request: number, time and memory, and turns requests away under load. */
@NullMarked
package dev.authmethods.gateway.api.connection;

import org.jspecify.annotations.NullMarked;
