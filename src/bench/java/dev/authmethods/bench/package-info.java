/**
 * What measures the gateway: an upstream that only counts and delays, a load of so many connections, and the table. Benchmarks
 * of single parts stand in the packages of those parts.
 */
@NullMarked
package dev.authmethods.bench;

import org.jspecify.annotations.NullMarked;
