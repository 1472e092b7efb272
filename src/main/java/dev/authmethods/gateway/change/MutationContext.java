package dev.authmethods.gateway.change;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.lookup.IdentityLookup;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a mutation other than its input.
 *
 * @param call       the request that it belongs to
 * @param violations the constraints of the schema that its input breaks
 * @param identities finds the object ids of users whom the input names, for the ids in the answer
 * @param origin     the origin of the changes, for the audit trail
 */
public record MutationContext(RequestContext call, Violations violations, IdentityLookup identities, Origin origin) {
  /**
   * The origin of a change.
   *
   * @param mutation  the field of the schema
   * @param reason    the reason that the client gave; null when it gave none
   * @param requestId the gateway's id of the request
   * @param item      the place of the change in a mutation of many, from 0; null in every other
   */
  public record Origin(String mutation, @Nullable String reason, String requestId, @Nullable Integer item) {}

  /** The same, for one item of a mutation of many. */
  public MutationContext ofItem(int index) {
    var ofItem = new Origin(origin.mutation, origin.reason, origin.requestId, index);
    return new MutationContext(call, violations, identities, ofItem);
  }
}
