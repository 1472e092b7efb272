package dev.authmethods.gateway.error;

import dev.authmethods.gateway.method.UserRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An input field breaks a constraint of the schema. */
@ErrorInfo(category = ErrorCategory.INVALID_INPUT)
public record InvalidInputError(
  List<String> path,
  String constraint,
  List<Object> messageArguments
) implements SharedError {
  @Override
  public String messageKey() {
    return code() + "." + constraint;
  }

  /** What is wrong with a reference that can lead to nobody; empty when nothing is. */
  public static Optional<InvalidInputError> ofReference(UserRef user, List<String> path) {
    if (user.key() != null) {
      return Optional.empty();
    }
    if (user.id() != null) {
      return Optional.of(new InvalidInputError(within(path, "id"), "GlobalId", List.of()));
    }
    return user.userPrincipalName() == null
      ? Optional.empty()
      : Optional.of(new InvalidInputError(within(path, "userPrincipalName"), "UserPrincipalName", List.of()));
  }

  private static List<String> within(List<String> path, String field) {
    return Stream.concat(path.stream(), Stream.of(field)).toList();
  }
}
