/** Finds users: all of the tenant, or those that are looked for. */
@NullMarked
package dev.authmethods.gateway.user.search;

import org.jspecify.annotations.NullMarked;
