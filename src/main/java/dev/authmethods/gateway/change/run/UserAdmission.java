package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the key of a user to write with, and whether the caller may change this user.
 *
 * @param named        the user as the client named them
 * @param writes       whether something is to be written
 * @param accessErrors the errors of access for a user
 */
record UserAdmission(
  ChangeEngine engine,
  MutationContext context,
  UserKey named,
  Operation operation,
  boolean writes,
  Function<UserKey, List<? extends ExpectedError>> accessErrors
) {
  Parsed<UserKey> admit() {
    var user = addressable();
    if (writes) {
      context.identities().begin(List.of(user));
    }
    var errors = user.equals(named) ? List.<ExpectedError>of() : List.copyOf(accessErrors.apply(user));
    if (!errors.isEmpty()) {
      return new Parsed.Invalid<>(List.copyOf(errors));
    }
    return engine
      .protection(context.call(), user)
      .<Parsed<UserKey>>map(Parsed::invalid)
      .orElseGet(() -> Parsed.valid(user));
  }

  /**
   * The object id, if a name is not enough: a gateway that acts as an application must itself see that callers do not
   * change their own account, which a name cannot show. The user who was found unprotected must be the one who is changed.
   */
  private UserKey addressable() {
    var protects = !engine.policy.protections(context.call().caller()).isEmpty();
    var needsObjectId = engine.policy.actingAs() == ActingAs.APPLICATION || protects || operation.needsObjectId();
    return needsObjectId || !Entra.fitsInPath(named) ? engine.entra.objectId(context.call(), named) : named;
  }
}
