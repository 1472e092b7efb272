package dev.authmethods.gateway.change.audit;

import dev.authmethods.gateway.audit.AuditAction;
import dev.authmethods.gateway.audit.AuditEvent;
import dev.authmethods.gateway.audit.AuditResult;
import dev.authmethods.gateway.audit.AuditTrail;
import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.PermissionDeniedError;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes changes into the audit trail, and those that the caller may not make. */
@Component
public final class ChangeAudit {

  /** Of a digest: as many as a UUID has. */
  private static final int ID_DIGITS = 32;

  private final AuditTrail trail;
  private final AccessPolicy policy;

  ChangeAudit(AuditTrail trail, AccessPolicy policy) {
    this.trail = trail;
    this.policy = policy;
  }

  /** The audit of one change; it does nothing when there is no audit trail. */
  public AuditedChange of(MutationContext context, Change<?> change, UserKey named) {
    return trail.isOn()
      ? new RecordedChange(trail, action(context, change.operation(), change.input(), named, change), context, named)
      : AuditedChange.NONE;
  }

  /**
   * Writes that the caller may not do it, if one of the errors says so.
   *
   * @param change null when the operation makes several
   */
  public void denied(
    MutationContext context,
    Operation operation,
    ChangeInput input,
    UserKey named,
    @Nullable Change<?> change,
    List<? extends ExpectedError> errors
  ) {
    if (trail.isOn() && isDenied(errors)) {
      var action = action(context, operation, input, named, change);
      trail.write(new AuditEvent(AuditEvent.Type.DENIED, action, AuditResult.denied(codes(errors), rule(errors))));
    }
  }

  private AuditAction action(
    MutationContext context,
    Operation operation,
    ChangeInput input,
    UserKey named,
    @Nullable Change<?> change
  ) {
    var caller = context.call().caller();
    var origin = context.origin();
    var value = change == null ? null : change.newValue();
    return new AuditAction(
      writeId(context, operation, input),
      caller.tenantId(),
      caller.objectId().value(),
      caller.application() ? "application" : "user",
      caller.clientId(),
      policy.actingAs().name().toLowerCase(Locale.ROOT),
      named.value(),
      origin.mutation(),
      origin.item(),
      operation.name(),
      change == null ? null : change.subject(),
      origin.reason(),
      input.validateOnly() ? true : null,
      origin.requestId(),
      input.idempotencyKey() == null ? null : trail.digest("idempotency key", input.idempotencyKey()),
      value == null ? null : trail.digest("value", value)
    );
  }

  /** With an idempotency key, the same for the request that repeats another. */
  private String writeId(MutationContext context, Operation operation, ChangeInput input) {
    var key = input.idempotencyKey();
    if (key == null || input.validateOnly()) {
      return UUID.randomUUID().toString().replace("-", "");
    }
    var caller = context.call().caller();
    var client = Objects.requireNonNullElse(caller.clientId(), "");
    return trail
      .digest("write", caller.tenantId(), caller.objectId().value(), client, operation.name(), key)
      .substring(0, ID_DIGITS);
  }

  static boolean isDenied(List<? extends ExpectedError> errors) {
    return errors.stream().anyMatch(error -> error.category() == ErrorCategory.FORBIDDEN);
  }

  /** The rule of protection that one of the errors tells. */
  static @Nullable String rule(List<? extends ExpectedError> errors) {
    return errors
      .stream()
      .filter(PermissionDeniedError.class::isInstance)
      .flatMap(error -> PermissionDeniedError.protectionOf((PermissionDeniedError) error).stream())
      .findFirst()
      .orElse(null);
  }

  static List<String> codes(List<? extends ExpectedError> errors) {
    return errors.stream().map(ExpectedError::code).toList();
  }
}
