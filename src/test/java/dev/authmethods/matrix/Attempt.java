package dev.authmethods.matrix;

import dev.authmethods.gateway.fixtures.AnyMutation;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.matrix.Cell.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An action that was tried over HTTP, and its answer. */
record Attempt(Action action, Target target, Reply reply) {
  private static final Set<String> DENIALS = Set.of(
    "PermissionDeniedError",
    "OwnAccountNotAllowedError",
    "ApplicationNotAllowedError",
    "GatewayConfigurationError"
  );
  private static final Set<String> DENIED_FIELDS = Set.of("PERMISSION_DENIED", "GATEWAY_CONFIGURATION");

  static Attempt of(Action action, Target target, String token, Gateway gateway) {
    return new Attempt(
      action,
      target,
      action.isRead() ? read(action, target, token, gateway) : write(action, target, token, gateway)
    );
  }

  private static Reply read(Action action, Target target, String token, Gateway gateway) {
    var fields = action == Action.PHONE_METHODS ? "phoneNumber" : "__typename";
    var document = "query ($by: UserRef!) { user(by: $by) { field: %s { %s } } }".formatted(action.field(), fields);
    return gateway.execute(token, document, Map.of("by", Map.of("objectId", target.oid())));
  }

  private static Reply write(Action action, Target target, String token, Gateway gateway) {
    var mutation = AnyMutation.all(target.oid())
      .stream()
      .filter(each -> each.field().equals(action.field()))
      .findFirst()
      .orElseThrow();
    return gateway.execute(token, mutation.document(), Map.of("input", mutation.input()));
  }

  /**
   * The verdict.
   *
   * @param writes the writes of this user that the sandbox has
   * @param by     the caller of Microsoft Graph
   */
  Verdict verdict(List<JsonNode> writes, String by) {
    var answered = answered();
    if (answered != Verdict.DONE) {
      return writes.isEmpty() ? answered : Verdict.WRONG;
    }
    if (action.isRead()) {
      return Verdict.DONE;
    }
    if (writes.isEmpty()) {
      // Every step of a reset was refused.
      return action == Action.RESET_MFA ? Verdict.DENIED : Verdict.WRONG;
    }
    return writes.stream().allMatch(write -> isAsked(write, by)) ? Verdict.DONE : Verdict.WRONG;
  }

  private boolean isAsked(JsonNode write, String by) {
    var operation = write.path("operation").asString("");
    var isSaved = operation.equals("create") || operation.equals("update");
    var number = write.path("phoneNumber").asString("");
    var address = write.path("emailAddress").asString("");
    return (
      action.writes(operation) &&
      (by.isEmpty() || write.path("by").asString("").equals(by)) &&
      (!isSaved || number.isEmpty() || number.startsWith("+1 206555019")) &&
      (!isSaved || address.isEmpty() || address.equals("someone@example.com"))
    );
  }

  private Verdict answered() {
    if (reply.status() == 401 || reply.status() == 403) {
      return Verdict.DENIED;
    }
    return action.isRead() ? ofRead() : ofWrite();
  }

  private Verdict ofRead() {
    var errors = reply.listAt("/errors");
    if (errors.isEmpty()) {
      return reply.at("/data/user").isObject() ? Verdict.DONE : Verdict.WRONG;
    }
    var isDenied = errors
      .stream()
      .allMatch(error -> DENIED_FIELDS.contains(error.path("extensions").path("code").asString("")));
    return isDenied && reply.at("/data/user/field").isNull() ? Verdict.DENIED : Verdict.WRONG;
  }

  private Verdict ofWrite() {
    if (!reply.at("/errors").isMissingNode()) {
      return Verdict.WRONG;
    }
    var types = AnyMutation.errors(reply)
      .stream()
      .map(error -> error.path("__typename").asString(""))
      .toList();
    if (types.isEmpty()) {
      return Verdict.DONE;
    }
    return types.stream().anyMatch(DENIALS::contains) ? Verdict.DENIED : Verdict.STATE;
  }
}
