package dev.authmethods.gateway.change;

import dev.authmethods.gateway.error.InvalidInputError;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserRef;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of an input that is the same for every mutation of one user. */
public interface ChangeInput {
  /** The path of the user in the arguments. */
  List<String> USER = List.of("input", "user");

  /** The path of the idempotency key in the arguments. */
  List<String> KEY = List.of("input", "idempotencyKey");

  /** The user as the client refers to them. */
  UserRef user();

  /** Whether to run all rules and write nothing. */
  boolean validateOnly();

  /** The key by which the mutation can be repeated safely; null when the client sent none. */
  @Nullable
  String idempotencyKey();

  /** A text that the answer repeats; null when the client sent none. */
  @Nullable
  String clientMutationId();

  /** The key of the user, or the error of a reference that can lead to nobody. */
  default Parsed<UserKey> userKey() {
    var key = user().key();
    return key == null ? invalidReference(user()) : Parsed.valid(key);
  }

  /** An object id that is no GUID breaks a constraint of the schema: the constraint has the error. */
  private static Parsed<UserKey> invalidReference(UserRef user) {
    if (user.id() != null) {
      return Parsed.invalid(new InvalidInputError(within("id"), "GlobalId", List.of()));
    }
    return user.userPrincipalName() == null
      ? new Parsed.Invalid<>(List.of())
      : Parsed.invalid(new InvalidInputError(within("userPrincipalName"), "UserPrincipalName", List.of()));
  }

  private static List<String> within(String field) {
    return Stream.concat(USER.stream(), Stream.of(field)).toList();
  }
}
