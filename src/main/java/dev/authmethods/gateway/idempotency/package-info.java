/** What is known of the keys under which clients repeat mutations, and where it is kept. */
@NullMarked
package dev.authmethods.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
