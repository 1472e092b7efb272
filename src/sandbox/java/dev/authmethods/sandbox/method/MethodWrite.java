package dev.authmethods.sandbox.method;

import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.RequestIds;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change of one method of a user.
 *
 * @param rules the rules of the method's kind
 * @param by the caller's object id
 * @param clientRequestId the id of the call; null when it has none
 */
public record MethodWrite(
  MethodOperation operation,
  MethodRules rules,
  String methodId,
  String by,
  @Nullable String clientRequestId
) {
  static MethodWrite of(
    MethodOperation operation,
    MethodRules rules,
    String methodId,
    MethodTarget target,
    HttpCall call
  ) {
    var clientRequestId = call.header(RequestIds.CLIENT).orElse(null);
    return new MethodWrite(operation, rules, methodId, target.caller().id(), clientRequestId);
  }

  /** The properties of the method that the write log shows. */
  ObjectNode logged(@Nullable Method after) {
    return rules.logged(methodId, after);
  }
}
