/**
 * GraphQL over HTTP.
 *
 * <p>Our endpoint stands in place of Spring's because Spring costs more CPU for the same request: its handler on a bare route 1.31
 * times as much for a refused number, 1.17 for an added phone and 1.21 for a list of 20 users; behind WebFlux's dispatcher and
 * Spring Security, with Spring's invocation of controllers, 4.9, 3.2 and 2.4 times. Measured by {@code src/bench/spring} on
 * 2026-11-27, on two shared cores: medians of five rounds, warm and side by side.
 */
@NullMarked
package dev.authmethods.gateway.api.http;

import org.jspecify.annotations.NullMarked;
