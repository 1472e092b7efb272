package dev.authmethods.gateway.email;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.BrokenRules;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.EmailMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;

/** Adds an email address. Source: https://learn.microsoft.com/graph/api/authentication-post-emailmethods */
record AddEmailMethod(Input input, EmailAddress address, EntraEmailMethods methods) implements AddressChange {
  static final Operation OPERATION = EntraEmailMethods.write("addEmailMethod", OwnError.class).notOnOwnAccount();

  /** The errors of this mutation other than the shared ones. */
  sealed interface OwnError
    extends ExpectedError
    permits EmailErrors.InvalidEmailAddressError, EmailErrors.EmailMethodAlreadyRegisteredError {}

  /** A right one costs one call. Nothing is overwritten: Microsoft Graph refuses a second address. */
  @Override
  public boolean readsFirst() {
    return false;
  }

  @Override
  public List<OwnError> stateErrors(List<EmailMethod> existing) {
    return BrokenRules.of(EmailChange.oneEmailMethod(existing, address));
  }

  /** The user now has another address, or the requested one. */
  @Override
  public List<OwnError> conflictErrors(List<EmailMethod> existing) {
    return stateErrors(existing);
  }

  @Override
  public Written<EmailMethod> write(RequestContext call, UserKey user) {
    return methods.add(call, user, address);
  }
}
