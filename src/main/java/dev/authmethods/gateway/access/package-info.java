/**
 * The caller: the checks of the access token, its claims, and the work that was done for the request. Of our packages
 * this one imports {@code method} only.
 */
@NullMarked
package dev.authmethods.gateway.access;

import org.jspecify.annotations.NullMarked;
