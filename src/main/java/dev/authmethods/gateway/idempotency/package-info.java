/** The keys under which clients repeat mutations, their records, and the stores for these. */
@NullMarked
package dev.authmethods.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
