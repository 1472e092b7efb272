package dev.authmethods.gateway.error;

import dev.authmethods.gateway.method.UserRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An input field breaks a constraint of the schema. */
public record InvalidInputError(
  List<String> path,
  String constraint,
  List<Object> messageArguments
) implements
  AddPhoneMethodError,
  AddPhoneMethodsError,
  SetPhoneMethodError,
  UpdatePhoneMethodError,
  DeletePhoneMethodError,
  EnableSmsSignInError,
  DisableSmsSignInError
{
  @Override
  public String code() {
    return "INVALID_INPUT";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.INVALID_INPUT;
  }

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

  @Override
  public InvalidInputError at(List<String> other) {
    return new InvalidInputError(other, constraint, messageArguments);
  }
}
