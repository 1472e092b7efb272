/** Checks the access tokens of callers: the signature, by the keys that the tenant publishes, and the claims. */
@NullMarked
package dev.authmethods.gateway.access.token;

import org.jspecify.annotations.NullMarked;
