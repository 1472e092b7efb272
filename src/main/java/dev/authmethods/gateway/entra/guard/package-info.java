/** Limits of every upstream call: circuit breaker, bulkheads, quota, time budget, retries of reads, and metrics. */
@NullMarked
package dev.authmethods.gateway.entra.guard;

import org.jspecify.annotations.NullMarked;
