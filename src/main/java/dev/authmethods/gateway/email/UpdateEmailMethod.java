package dev.authmethods.gateway.email;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.EmailMethod;
import dev.authmethods.gateway.method.UserKey;

/** Changes an email address. Source: https://learn.microsoft.com/graph/api/emailauthenticationmethod-update */
record UpdateEmailMethod(Input input, EmailAddress address, EntraEmailMethods methods) implements AddressChange {
  static final Operation OPERATION = EntraEmailMethods.write("updateEmailMethod", OwnError.class).notOnOwnAccount();

  /** The errors of this mutation other than the shared ones. */
  sealed interface OwnError
    extends ExpectedError
    permits EmailErrors.InvalidEmailAddressError, EmailErrors.ExistingEmailError {}

  @Override
  public Written<EmailMethod> write(RequestContext call, UserKey user) {
    return methods.update(call, user, address);
  }
}
