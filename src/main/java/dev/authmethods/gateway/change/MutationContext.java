package dev.authmethods.gateway.change;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.lookup.IdentityLookup;

/**
 * The arguments of a mutation other than its input.
 *
 * @param call       the request that it belongs to
 * @param violations the constraints of the schema that its input breaks
 * @param identities finds the object ids of users whom the input names, for the ids in the answer
 */
public record MutationContext(RequestContext call, Violations violations, IdentityLookup identities) {}
