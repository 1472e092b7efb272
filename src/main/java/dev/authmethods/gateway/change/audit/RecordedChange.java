package dev.authmethods.gateway.change.audit;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.access.WriteIds;
import dev.authmethods.gateway.audit.AuditAction;
import dev.authmethods.gateway.audit.AuditEvent;
import dev.authmethods.gateway.audit.AuditResult;
import dev.authmethods.gateway.audit.AuditTrail;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A change that is written down: its attempt before anything is sent, and one line at its end. */
final class RecordedChange implements AuditedChange {

  private static final String NOT_APPLIED = "not_applied";
  private static final String REFUSED = "refused";
  private static final String UNKNOWN = "unknown";

  private final AuditTrail trail;
  private final AuditAction action;
  private final MutationContext context;
  private final UserKey named;
  private final WriteIds sent = new WriteIds();
  private @Nullable UserKey user;
  private boolean isBegun;
  private @Nullable String outcome;

  RecordedChange(AuditTrail trail, AuditAction action, MutationContext context, UserKey named) {
    this.trail = trail;
    this.action = action;
    this.context = context;
    this.named = named;
  }

  @Override
  public void attempt(UserKey admitted) {
    if (!isBegun) {
      isBegun = true;
      user = admitted;
      trail.before(new AuditEvent(AuditEvent.Type.ATTEMPT, about(admitted), AuditResult.ALLOWED));
    }
  }

  @Override
  public RequestContext sending(RequestContext call) {
    return call.collecting(sent);
  }

  @Override
  public void outcome(String word) {
    outcome = word;
  }

  @Override
  public void end(ChangeResult<?> result) {
    var errors = result.errors();
    if (result.user() != null) {
      user = result.user();
    }
    if (isBegun || outcome != null) {
      outcome(outcome == null ? withoutOutcome() : outcome, errors, confirmation(result), result.replayed());
    } else if (ChangeAudit.isDenied(errors)) {
      write(AuditEvent.Type.DENIED, AuditResult.denied(ChangeAudit.codes(errors), ChangeAudit.rule(errors)));
    } else if (result.replayed()) {
      write(AuditEvent.Type.REPLAYED, AuditResult.replayed(ChangeAudit.codes(errors), confirmation(result)));
    }
  }

  /** Of a change that ended without one after its attempt: nothing was sent, or what was sent was refused. */
  private String withoutOutcome() {
    return sent.clientRequestIds().isEmpty() ? NOT_APPLIED : REFUSED;
  }

  private static @Nullable String confirmation(ChangeResult<?> result) {
    return result.confirmation() == null ? null : result.confirmation().name();
  }

  /** A caller who has to sign in again was refused by Entra: nothing of the change was done. */
  @Override
  public void failed(Throwable failure) {
    if (isBegun && failure instanceof EntraFailure.SignInFailure signIn) {
      var code = signIn.error().toUpperCase(Locale.ROOT);
      write(AuditEvent.Type.OUTCOME, AuditResult.of(true, List.of(code), NOT_APPLIED, null, false, sent));
    } else if (isBegun) {
      outcome(UNKNOWN, List.of(), null, false);
    }
  }

  private void outcome(String word, List<ExpectedError> errors, @Nullable String confirmation, boolean replayed) {
    var denied = ChangeAudit.isDenied(errors);
    write(
      AuditEvent.Type.OUTCOME,
      AuditResult.of(denied, ChangeAudit.codes(errors), word, confirmation, replayed, sent)
    );
  }

  private void write(AuditEvent.Type type, AuditResult result) {
    trail.write(new AuditEvent(type, about(user == null ? named : user), result));
  }

  private AuditAction about(UserKey reached) {
    var id = context.identities().known(reached);
    var target = id == null ? reached.value() : id.value();
    return target.equals(action.target()) ? action : action.on(target);
  }
}
