package dev.authmethods.gateway.email;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.EmailMethod;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes an email address. Source: https://learn.microsoft.com/graph/api/emailauthenticationmethod-delete */
record DeleteEmailMethod(Input input, EntraEmailMethods methods) implements EmailChange {
  static final Operation OPERATION = EntraEmailMethods.write("deleteEmailMethod", OwnError.class);

  record Input(
    UserRef user,
    boolean validateOnly,
    @Nullable String idempotencyKey,
    @Nullable String clientMutationId
  ) implements ChangeInput {}

  /** The errors of this mutation other than the shared ones. */
  sealed interface OwnError extends ExpectedError permits EmailErrors.ExistingEmailError {}

  @Override
  public boolean leavesMethod() {
    return false;
  }

  @Override
  public Match match(List<EmailMethod> existing) {
    return Match.of(existing.isEmpty());
  }

  @Override
  public Written<EmailMethod> write(RequestContext call, UserKey user) {
    return methods.delete(call, user);
  }
}
