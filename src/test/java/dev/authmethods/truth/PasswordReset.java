package dev.authmethods.truth;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One reset of one user's password, what befalls it, and what it was answered each time it was sent with its key. */
final class PasswordReset {

  private static final String DOCUMENT = """
  mutation ($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      confirmation replayed passwordState generatedPassword operation { status } errors { __typename }
    }
  }
  """;

  private final String user;
  private final String password;
  private final Map<String, Object> input;
  private final String fault;
  private final List<Reply> replies = new ArrayList<>();
  private boolean isAbandoned;

  /**
   * A reset.
   *
   * @param password to give; empty to have one made up
   * @param fault    what befalls it; empty for nothing
   */
  PasswordReset(String user, String password, String fault, String key) {
    this.user = user;
    this.password = password;
    this.fault = fault;
    this.input = new HashMap<>(Map.of("user", Map.of("objectId", user), "waitSeconds", 1, "idempotencyKey", key));
    if (!password.isEmpty()) {
      input.put("newPassword", password);
    }
  }

  PasswordReset begin(Gateway gateway, SandboxControl sandbox, String token) {
    if (!fault.isEmpty()) {
      sandbox.fault("{\"match\":{\"method\":\"POST\",\"path\":\"%s/authentication\"},%s}".formatted(user, fault));
    }
    return repeat(gateway, token);
  }

  PasswordReset repeat(Gateway gateway, String token) {
    replies.add(gateway.execute(token, DOCUMENT, Map.of("input", input)));
    return this;
  }

  /** Sends it, and goes away. */
  PasswordReset abandon(Gateway gateway, SandboxControl sandbox, String token, Hangup hangup) {
    if (!fault.isEmpty()) {
      sandbox.fault("{\"match\":{\"method\":\"POST\",\"path\":\"%s/authentication\"},%s}".formatted(user, fault));
    }
    isAbandoned = true;
    hangup.on(gateway, token, DOCUMENT, Map.of("input", input));
    return this;
  }

  /** Also when its client has gone away before the first answer. */
  boolean isUnknown() {
    return (
      replies.isEmpty() ||
      List.of("OutcomeUnknownError", "IdempotencyKeyInFlightError").contains(error(replies.getLast()))
    );
  }

  boolean isMade() {
    return !replies.isEmpty() && isMade(replies.getLast());
  }

  String state() {
    return text(replies.getLast(), "passwordState");
  }

  /** What is not true about the answers; empty when all is. */
  Optional<String> objection(List<JsonNode> ledger, SandboxControl sandbox) {
    long made = ledger
      .stream()
      .filter(change -> change.path("user").asString("").equals(user))
      .count();
    if (made > 1) {
      return objection("WRONG: made twice");
    }
    if (isMade()) {
      return made == 0 ? objection("WRONG: it was not made") : untruth(sandbox);
    }
    return made > 0 && !isUnknown() ? objection("LOST: it was made") : Optional.empty();
  }

  /** A password that is shown is the one that the user has, and one that is not shown anywhere is called lost. */
  private Optional<String> untruth(SandboxControl sandbox) {
    var shown = replies
      .stream()
      .map(reply -> text(reply, "generatedPassword"))
      .filter(text -> !text.isEmpty())
      .toList();
    var known = password.isEmpty() ? shown : List.of(password);
    if (shown.size() > 1 || known.stream().anyMatch(each -> !isCurrent(each, sandbox))) {
      return objection("WRONG: the user has another password");
    }
    var expected = password.isEmpty() ? expected(shown.isEmpty()) : List.of("GIVEN");
    return expected.contains(state()) ? Optional.empty() : objection("WRONG: the password is one of " + expected);
  }

  /** A client that went away may have missed the answer that showed it. */
  private List<String> expected(boolean isUnseen) {
    if (isUnseen) {
      return isAbandoned ? List.of("LOST", "NOT_SHOWN_AGAIN") : List.of("LOST");
    }
    return List.of(text(replies.getLast(), "replayed").equals("true") ? "NOT_SHOWN_AGAIN" : "SHOWN");
  }

  private boolean isCurrent(String each, SandboxControl sandbox) {
    return sandbox.call("POST", "/users/" + user + "/signIn", "{\"password\":\"" + each + "\"}").status() == 200;
  }

  private Optional<String> objection(String what) {
    return Optional.of(what + ": " + fault + " " + replies.stream().map(Reply::text).toList());
  }

  private static boolean isMade(Reply reply) {
    return !text(reply, "confirmation").isEmpty();
  }

  private static String error(Reply reply) {
    return reply.textAt("/data/resetPassword/errors/0/__typename");
  }

  private static String text(Reply reply, String field) {
    return reply.textAt("/data/resetPassword/" + field);
  }
}
