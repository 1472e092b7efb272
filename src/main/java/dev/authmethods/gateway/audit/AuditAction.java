package dev.authmethods.gateway.audit;

import org.jspecify.annotations.Nullable;

/**
 * The caller, the user and the change: the part that all lines about one change have. Never a phone number, an address, a password, a code or a
 * token.
 *
 * @param write          the id of the write: its attempt and its outcome share it, also when they belong to several requests with
 *                       one idempotency key
 * @param tenant         the tenant of the caller
 * @param actor          the object id of the caller
 * @param actorType      {@code user} or {@code application}
 * @param client         the application that the caller uses; null when the token does not say
 * @param actingAs       in whose name the gateway calls Microsoft Graph: {@code caller} or {@code application}
 * @param target         the user: the object id where it is known, otherwise the name as it was given
 * @param mutation       the field of the schema that was asked for
 * @param item           the place in a mutation of many, from 0; null in every other
 * @param operation      the operation on the user: the mutation itself, or one of its parts
 * @param subject        which method of the user: a type or a kind, with an id where there can be several; null when the operation
 *                       is about no certain method
 * @param reason         the reason that the client gave; null when it gave none
 * @param validateOnly   true when nothing was to be changed, otherwise null
 * @param request        the gateway's id of the client's request
 * @param idempotencyKey a keyed hash of the idempotency key; null without one
 * @param value          a keyed hash of the phone number or address that is set; null when there is none
 */
public record AuditAction(
  String write,
  String tenant,
  String actor,
  String actorType,
  @Nullable String client,
  String actingAs,
  String target,
  String mutation,
  @Nullable Integer item,
  String operation,
  @Nullable String subject,
  @Nullable String reason,
  @Nullable Boolean validateOnly,
  String request,
  @Nullable String idempotencyKey,
  @Nullable String value
) {
  /** The same, when more is known of the user. */
  public AuditAction on(String user) {
    return new AuditAction(
      write,
      tenant,
      actor,
      actorType,
      client,
      actingAs,
      user,
      mutation,
      item,
      operation,
      subject,
      reason,
      validateOnly,
      request,
      idempotencyKey,
      value
    );
  }
}
