/**
 * Batched reads for controllers. The gateway begins everything that a query will need in one wave of calls to Microsoft Graph:
 * the users, and what the selected fields need of them.
 *
 * <p>Features provide {@link BatchedLookup}s. Controllers ask a {@link UserPrefetch} or an {@link IdentityLookup}. Imports
 * {@code method}, {@code access} and {@code entra}.
 */
@NullMarked
package dev.authmethods.gateway.lookup;

import org.jspecify.annotations.NullMarked;
