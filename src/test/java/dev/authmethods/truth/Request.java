package dev.authmethods.truth;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mutation of one method of one user.
 *
 * @param text the number or address that it asks for; empty where it has none
 * @param key    its idempotency key
 */
record Request(Admin admin, MutationKind deed, String user, Slot slot, String text, String key) {
  /** Sends it. */
  Answer tell(Gateway gateway, String token) {
    var from = Instant.now();
    var reply = send(gateway, token);
    return Answer.of(from, Instant.now(), reply, deed == MutationKind.ADD_ONE_OF_MANY);
  }

  private Reply send(Gateway gateway, String token) {
    return gateway.execute(token, document(), variables());
  }

  /** Sends it and does not wait for the answer; the moment when the client went away. */
  Instant tell(Gateway gateway, String token, Hangup hangup) {
    return hangup.on(gateway, token, document(), variables());
  }

  private String document() {
    return switch (deed) {
      case ADD_ONE_OF_MANY -> documentOfMany();
      case RESET -> documentOfReset();
      default -> mutation().document();
    };
  }

  private Map<String, ?> variables() {
    var input = mutation().input();
    return Map.of("input", deed == MutationKind.ADD_ONE_OF_MANY ? Map.of("items", List.of(input)) : input);
  }

  private PhoneMutation mutation() {
    return switch (deed) {
      case DELETE_ANY -> PhoneMutation.deleteMethod(user, slot.kind().name(), slot.id()).keyed(key);
      case REVOKE -> PhoneMutation.revokeSignInSessions(user).keyed(key);
      case RESET -> PhoneMutation.resetMfa(user).keyed(key);
      default -> mutationOfKind();
    };
  }

  private PhoneMutation mutationOfKind() {
    var kind = slot.kind();
    var input = new HashMap<String, Object>(slot.input());
    input.put("user", PhoneMutation.ref(user));
    if (deed.givesText()) {
      input.put(kind.names().text(), kind == MethodKind.PASS ? Integer.valueOf(text) : text);
    }
    if (deed == MutationKind.REPLACE) {
      input.put("replaceExisting", true);
    }
    return new PhoneMutation(deed.field(kind), input).keyed(key);
  }

  /** What it is about: methods of a kind, the sessions, or everything. */
  String sort() {
    return deed == MutationKind.RESET ? deed.name() : slot.kind().name();
  }

  /** What it asks for as it can be compared. */
  String plainText() {
    return MethodKind.plain(text);
  }

  /** As for one phone, a level deeper. */
  private String documentOfMany() {
    var selected = mutation()
      .document()
      .replace("AddPhoneMethodInput", "AddPhoneMethodsInput")
      .replace("clientMutationId", "")
      .replace("addPhoneMethod(input: $input) {", "addPhoneMethods(input: $input) { errors { __typename } results {");
    return selected + " }";
  }

  /** With all that it tells of each step. */
  private String documentOfReset() {
    var told =
      "isComplete sessionsValidFrom sessionErrors { __typename } steps { methodId kind outcome confirmation errors { __typename } }";
    return mutation().document().replace("isComplete", told);
  }

  /** The part of the path of its write by which it is told from other calls. */
  String path() {
    var isOfOne = deed == MutationKind.RESET && slot != Slot.SESSIONS;
    return isOfOne ? "%s/authentication/%s/%s".formatted(user, slot.kind().collection(), slot.id()) : user;
  }

  /** The property of an error that shows the method as it is now. */
  String current() {
    return deed == MutationKind.DELETE_ANY ? "currentMethod" : slot.kind().names().current();
  }

  /** Whether a change is the one that is asked for, and by whom it is asked for. */
  boolean isMadeBy(Change change) {
    return isOf(change) && isAsked(change.after());
  }

  /** Whether a change is of this method, by whoever asks. */
  boolean isOf(Change change) {
    return change.slot() == slot && change.by().equals(admin.objectId());
  }

  /** Whether a method is as it is asked for. */
  boolean isAsked(@Nullable Method method) {
    return switch (deed) {
      case ADD, ADD_ONE_OF_MANY, SET, REPLACE, UPDATE -> method != null && method.text().equals(plainText());
      case DELETE, DELETE_ANY -> method == null;
      case REVOKE -> method != null;
      case RESET -> (method == null) == (slot != Slot.SESSIONS);
      case ENABLE -> method != null && method.isReady();
      case DISABLE -> method != null && !method.isReady();
    };
  }

  boolean isAsked(Map<Slot, Method> methods) {
    return isAsked(new HashMap<>(methods).get(slot));
  }
}
