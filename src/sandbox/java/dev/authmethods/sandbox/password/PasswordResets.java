package dev.authmethods.sandbox.password;

import dev.authmethods.sandbox.behaviour.GraphSettings;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.Passwords;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.http.RequestIds;
import dev.authmethods.sandbox.method.BodyProperties;
import dev.authmethods.sandbox.method.MethodTarget;
import dev.authmethods.sandbox.method.WriteLog;
import dev.authmethods.sandbox.query.EntityType;
import dev.authmethods.sandbox.query.ODataPath;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The action that resets the password of a user (Microsoft Graph: authenticationMethod: resetPassword). */
public final class PasswordResets {

  /** The id of everybody's password method. */
  private static final String METHOD_ID = "28c10230-6103-485e-b985-444c60001490";

  private static final EntityType PARAMETERS = EntityType.of("resetPassword", List.of("newPassword"));

  private final Passwords passwords;
  private final ResetOperations operations;
  private final WriteLog writes;
  private final GraphSettings settings;

  public PasswordResets(Passwords passwords, ResetOperations operations, WriteLog writes, GraphSettings settings) {
    this.passwords = passwords;
    this.operations = operations;
    this.writes = writes;
    this.settings = settings;
  }

  /** Whether a path, from the segment after {@code authentication} on, is one of this action. */
  public static boolean isAddressed(ODataPath path) {
    return path.length() == 3 && path.head().equals("methods") && path.name(2).equals("resetpassword");
  }

  /** Answers a POST to such a path. */
  public HttpReply answer(MethodTarget target, ODataPath path, HttpCall call) {
    if (!call.method().equals("POST")) {
      throw GraphError.verbNotAllowed();
    }
    var user = PasswordResetAccess.userToReset(target);
    if (!path.at(1).equalsIgnoreCase(METHOD_ID)) {
      throw GraphError.badRequest("This method is not supported for this URL.");
    }
    var given = BodyProperties.read(PARAMETERS.read(call), "newPassword", Optional::of);
    check(user, given);
    return accept(user, given, target, call);
  }

  private void check(DirectoryUser user, Optional<String> given) {
    if (user.isExternal()) {
      throw GraphError.badRequest("The password of an external user cannot be reset.");
    }
    if (user.isSynced() && given.isEmpty()) {
      throw GraphError.badRequest("A new password is required for a user with a hybrid password.");
    }
    var behaviour = settings.get().passwordReset();
    given.ifPresent(password -> PasswordRules.check(password, behaviour.bannedPasswords()));
    if (behaviour.refusesCurrentPassword() && given.filter(each -> passwords.isCurrent(user, each)).isPresent()) {
      throw PasswordRules.usedBefore();
    }
  }

  /** Failing resets change nothing, so they are no write. */
  private HttpReply accept(DirectoryUser user, Optional<String> given, MethodTarget target, HttpCall call) {
    var password = given.orElseGet(GeneratedPasswords::next);
    var operation = operations.add(begin(user));
    if (!operation.isFailing()) {
      passwords.change(user, password, operation.endsAt(), settings.get().passwordReset().shownAfter());
      var clientRequestId = call.header(RequestIds.CLIENT).orElse(null);
      var properties = JsonTree.object().put("operationId", operation.id()).put("isGenerated", given.isEmpty());
      writes.add(user, "resetPassword", properties, target.caller().id(), clientRequestId);
    }
    return reply(operation, given.isEmpty() ? JsonTree.object().put("newPassword", password) : null, call);
  }

  private ResetOperation begin(DirectoryUser user) {
    var behaviour = settings.get().passwordReset();
    var isFailing = !behaviour.failure().isEmpty();
    return new ResetOperation(
      UUID.randomUUID().toString(),
      user.id(),
      settings.instant(),
      behaviour.step(),
      isFailing,
      isFailing ? behaviour.failure() : behaviour.success()
    );
  }

  private HttpReply reply(ResetOperation operation, @Nullable ObjectNode generated, HttpCall call) {
    var behaviour = settings.get().passwordReset();
    var json = JsonTree.object();
    if (generated != null) {
      json.put("@odata.context", call.graphRoot() + "/$metadata#microsoft.graph.passwordResetResponse");
      json.setAll(generated);
    }
    var reply = HttpReply.json(202, json);
    if (behaviour.hasLocation()) {
      reply = reply.with("Location", call.graphRoot() + operation.address());
    }
    return behaviour.retryAfterSeconds() > 0
      ? reply.with("Retry-After", Integer.toString(behaviour.retryAfterSeconds()))
      : reply;
  }
}
