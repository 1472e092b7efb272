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
 * One mutation of one phone of one user.
 *
 * @param number what it asks for; empty where it has none
 * @param key    its idempotency key
 */
record Request(Admin admin, MutationKind deed, String user, PhoneKind kind, String number, String key) {
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
    return plain().with("phoneType", kind.name()).keyed(key);
  }

  private PhoneMutation plain() {
    return switch (deed) {
      case ADD, ADD_ONE_OF_MANY -> PhoneMutation.add(user, kind.name(), number);
      case SET -> PhoneMutation.set(user, kind.name(), number);
      case UPDATE -> PhoneMutation.update(user, kind.name(), number);
      case DELETE -> PhoneMutation.delete(user, kind.name());
      case ENABLE -> PhoneMutation.enableSmsSignIn(user);
      case DISABLE -> PhoneMutation.disableSmsSignIn(user);
    };
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

  /** Whether a change is of this phone, by whoever asks. */
  boolean isOf(Change change) {
    return change.kind() == kind && change.by().equals(admin.objectId());
  }

  /** Whether a phone is as it is asked for. */
  boolean isAsked(@Nullable Phone phone) {
    return switch (deed) {
      case ADD, ADD_ONE_OF_MANY, SET, UPDATE -> phone != null && phone.number().equals(number);
      case DELETE -> phone == null;
      case ENABLE -> phone != null && phone.isReady();
      case DISABLE -> phone != null && !phone.isReady();
    };
  }

  boolean isAsked(Map<PhoneKind, Phone> phones) {
    return isAsked(new HashMap<>(phones).get(kind));
  }
}
