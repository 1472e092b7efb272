package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.outcome.Observation;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.UserNotReadyError;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explains a refusal of Microsoft Graph by reading what the user has and asking the rules. Microsoft's text decides nothing here. */
record RefusalExplanation<M extends UserResource>(ChangeEngine engine, RequestContext call, ChangeWrite<M> write) {
  /**
   * Explains a refusal.
   *
   * @param known what the user has, if it was read since
   */
  ChangeResult<M> explain(EntraFailure.Refused refused, @Nullable List<M> known) {
    if (refused.status() == 403) {
      return ChangeResult.unchanged(null, denied(refused));
    }
    try {
      return explainBy(refused, known == null ? change().methods().list(call, user()) : known);
    } catch (EntraFailure.Refused nobody) {
      return ChangeResult.refused(error(nobody.status() == 404 ? nobody : refused));
    } catch (EntraFailure unread) {
      return ChangeResult.refused(refused.status() == 404 ? notReady() : error(refused));
    }
  }

  private ChangeResult<M> explainBy(EntraFailure.Refused refused, List<M> existing) {
    var shown = change().methods().shown(existing, call);
    var errors = change().stateErrors(shown);
    if (!errors.isEmpty()) {
      return ChangeResult.unchanged(user(), errors);
    }
    return ChangeResult.unchanged(user(), refused.status() == 404 ? notFound(existing, shown) : unexplained(refused));
  }

  /** If the write named a method by its id, and there is another one now, then somebody else has replaced it. */
  private List<? extends ExpectedError> notFound(List<M> existing, List<M> shown) {
    var isReplaced =
      change() instanceof Change.OfExisting<M> && write.observe(existing) == Observation.CHANGED_BY_OTHERS;
    return isReplaced ? change().conflictErrors(shown) : List.of(notReady());
  }

  private Change<M> change() {
    return write.change();
  }

  private UserKey user() {
    return write.user();
  }

  /** The methods can be read and not be written: new users, and new methods, do not reach all of Microsoft Graph at once. */
  private static ExpectedError notReady() {
    return new UserNotReadyError(ChangeInput.USER);
  }

  private List<? extends ExpectedError> unexplained(EntraFailure.Refused refused) {
    var own = change().ownAccountErrors(refused);
    return own.isEmpty() || !isOwnAccount() ? change().refusalErrors(refused) : own;
  }

  private boolean isOwnAccount() {
    try {
      return call.caller().isKnownAs(engine.entra.objectId(call, user()));
    } catch (EntraFailure unknown) {
      return false;
    }
  }

  /** Callers who name themselves by a name that their token does not have get the same reason. */
  private List<? extends ExpectedError> denied(EntraFailure.Refused refused) {
    var access = engine.accessErrors(call, change(), call.caller().objectId());
    var own = access.isEmpty() && refused.missingPermissions().isEmpty() ? change().ownAccountErrors(refused) : access;
    return !own.isEmpty() && isOwnAccount() ? own : List.of(error(refused));
  }

  private ExpectedError error(EntraFailure failure) {
    return engine.policy.error(failure, call.caller(), user(), change().operation());
  }
}
