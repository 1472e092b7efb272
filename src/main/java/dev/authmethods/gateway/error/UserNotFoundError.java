package dev.authmethods.gateway.error;

import java.util.List;

/** There is no such user, or none that the caller may see. */
public record UserNotFoundError(List<String> path) implements UpstreamError, UserLookupError {
  @Override
  public String code() {
    return "USER_NOT_FOUND";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.NOT_FOUND;
  }

  @Override
  public UserNotFoundError at(List<String> other) {
    return new UserNotFoundError(other);
  }
}
