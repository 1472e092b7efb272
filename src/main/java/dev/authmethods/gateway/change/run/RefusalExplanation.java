package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.UserNotReadyError;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explains a refusal of Microsoft Graph by reading what the user has and asking the rules; Microsoft's text decides nothing. */
record RefusalExplanation<M extends UserResource>(
  ChangeEngine engine,
  RequestContext call,
  Change<M> change,
  UserKey user
) {
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
      return explainBy(refused, known == null ? change.methods().list(call, user) : known);
    } catch (EntraFailure.Refused nobody) {
      return ChangeResult.refused(error(nobody.status() == 404 ? nobody : refused));
    } catch (EntraFailure unread) {
      return ChangeResult.refused(refused.status() == 404 ? notReady() : error(refused));
    }
  }

  private ChangeResult<M> explainBy(EntraFailure.Refused refused, List<M> existing) {
    var errors = change.stateErrors(change.methods().shown(existing, call));
    if (!errors.isEmpty()) {
      return ChangeResult.unchanged(user, errors);
    }
    return ChangeResult.unchanged(user, refused.status() == 404 ? List.of(notReady()) : change.refusalErrors(refused));
  }

  /** The methods can be read and not be written: new users, and new methods, do not reach all of Microsoft Graph at once. */
  private static ExpectedError notReady() {
    return new UserNotReadyError(ChangeInput.USER);
  }

  /** Callers who name themselves by a name that their token does not have get the same reason. */
  private List<? extends ExpectedError> denied(EntraFailure.Refused refused) {
    try {
      var own = engine.accessErrors(call, change, call.caller().objectId());
      return !own.isEmpty() && call.caller().isKnownAs(engine.entra.objectId(call, user))
        ? own
        : List.of(error(refused));
    } catch (EntraFailure unknown) {
      return List.of(error(refused));
    }
  }

  private ExpectedError error(EntraFailure failure) {
    return engine.policy.error(failure, call.caller(), user, change.operation());
  }
}
