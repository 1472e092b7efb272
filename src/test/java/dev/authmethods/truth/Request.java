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
    return deed == MutationKind.ADD_ONE_OF_MANY ? documentOfMany() : mutation().document();
  }

  private Map<String, ?> variables() {
    var input = mutation().input();
    return Map.of("input", deed == MutationKind.ADD_ONE_OF_MANY ? Map.of("items", List.of(input)) : input);
  }

  private PhoneMutation mutation() {
    var kind = slot.kind();
    var input = new HashMap<String, Object>(slot.input());
    input.put("user", PhoneMutation.ref(user));
    if (deed.givesText()) {
      input.put(kind.names().text(), text);
    }
    return new PhoneMutation(deed.field(kind), input).keyed(key);
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
      case ADD, ADD_ONE_OF_MANY, SET, UPDATE -> method != null && method.text().equals(plainText());
      case DELETE -> method == null;
      case ENABLE -> method != null && method.isReady();
      case DISABLE -> method != null && !method.isReady();
    };
  }

  boolean isAsked(Map<Slot, Method> methods) {
    return isAsked(new HashMap<>(methods).get(slot));
  }
}
