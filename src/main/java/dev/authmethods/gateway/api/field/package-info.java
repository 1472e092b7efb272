/**
 * Calls the methods of controllers.
 *
 * <p>Our invocation stands in place of Spring's because Spring resolves each parameter again for every field of every request:
 * through WebFlux's dispatcher and Spring's invocation a request costs 2 to 3.9 times the CPU, measured warm and side by side.
 * {@code src/bench/jmh Execution} measures one execution with our invocation, without HTTP. Nothing in {@code src/bench} runs
 * Spring's invocation: the comparison takes a build without {@code ControllerFetchers}.
 */
@NullMarked
package dev.authmethods.gateway.api.field;

import org.jspecify.annotations.NullMarked;
