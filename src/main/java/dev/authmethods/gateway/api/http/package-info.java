/**
 * GraphQL over HTTP.
 *
 * <p>Our endpoint stands in place of Spring's because Spring's handler costs more CPU for the same request, measured warm and side
 * by side: 1.24 times for an added phone, 1.3 times for a list of 20 users, 1.9 times for a refused number; with Spring Security's
 * chain in front 2.4 to 8.7 times. {@code src/bench/load --peer} shows such a comparison with any other server that answers the
 * same requests; a gateway on Spring's handler is not part of this repository and has to be built for it.
 */
@NullMarked
package dev.authmethods.gateway.api.http;

import org.jspecify.annotations.NullMarked;
