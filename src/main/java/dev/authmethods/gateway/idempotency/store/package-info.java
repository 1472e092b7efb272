/**
 * Stores for idempotency keys: in the memory of one gateway, or encrypted in Redis.
 *
 * <p>Only the package above uses it. {@link dev.authmethods.gateway.idempotency.store.IdempotencyStores} makes the stores. Spring
 * Boot's own beans make the connection to Redis, in an application context apart: conditions on beans are decided when the gateway is
 * built, so that these beans would exist without Redis too.
 */
@NullMarked
package dev.authmethods.gateway.idempotency.store;

import org.jspecify.annotations.NullMarked;
