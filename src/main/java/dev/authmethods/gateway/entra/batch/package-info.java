/** JSON batches of reads: https://learn.microsoft.com/graph/json-batching. */
@NullMarked
package dev.authmethods.gateway.entra.batch;

import org.jspecify.annotations.NullMarked;
