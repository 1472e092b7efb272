package dev.authmethods.sandbox.login;

import dev.authmethods.sandbox.fault.Fault;
import dev.authmethods.sandbox.http.HttpReply;

/** A fault in the words of the login. */
final class LoginFault {

  private LoginFault() {}

  /** The answer of the login to a call that a fault befalls. */
  static HttpReply reply(Fault fault, int status, String correlationId) {
    if (fault.claims()) {
      return LoginError.interactionRequired(Fault.CLAIMS).reply(correlationId);
    }
    var number = fault.aadsts();
    if (number != null) {
      return LoginError.numbered(number, fault.code()).reply(correlationId);
    }
    var error = fault.code() == null ? "temporarily_unavailable" : fault.code();
    return LoginError.of(status, error, numberOf(error), "An error has occurred.").reply(correlationId);
  }

  private static int numberOf(String error) {
    return switch (error) {
      case "invalid_grant" -> 70000;
      case "unauthorized_client" -> 70001;
      case "invalid_client" -> 70002;
      default -> 90033;
    };
  }
}
