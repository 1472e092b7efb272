package dev.authmethods.gateway.user;

import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.error.GatewayConfigurationError;
import dev.authmethods.gateway.error.PermissionDeniedError;
import dev.authmethods.gateway.error.UpstreamErrors;
import dev.authmethods.gateway.error.UpstreamRefusedError;
import dev.authmethods.gateway.error.UpstreamThrottledError;
import dev.authmethods.gateway.error.UpstreamUnavailableError;
import dev.authmethods.gateway.error.UserLookupError;
import dev.authmethods.gateway.error.UserNotFoundError;
import dev.authmethods.gateway.method.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result for one reference. */
record UserLookup(@Nullable User user, List<UserLookupError> errors) {
  static UserLookup of(LookupResult<User> answer, List<String> path) {
    return switch (answer) {
      case LookupResult.Found<User>(var user) -> new UserLookup(user, List.of());
      case LookupResult.Failed<User>(var failure) -> new UserLookup(null, List.of(error(failure, path)));
    };
  }

  static UserLookup nobody(List<String> path) {
    return new UserLookup(null, List.of(new UserNotFoundError(path)));
  }

  private static UserLookupError error(EntraFailure failure, List<String> path) {
    return switch (failure) {
      case EntraFailure.Refused refused when refused.status() == 404 -> new UserNotFoundError(path);
      case EntraFailure.Refused refused when refused.status() == 403 -> PermissionDeniedError.ofRead(path, refused);
      case EntraFailure.Throttled throttled -> new UpstreamThrottledError(
        path,
        UpstreamErrors.seconds(throttled.retryAfter())
      );
      case EntraFailure.Refused refused -> new UpstreamRefusedError(path, refused.code(), refused.requestId());
      case EntraFailure.Unavailable down -> new UpstreamUnavailableError(
        path,
        UpstreamErrors.seconds(down.retryAfter())
      );
      case EntraFailure.Misconfigured unset -> new GatewayConfigurationError(path, unset.missingPermissions());
      case EntraFailure.SignInFailure failed -> throw failed;
    };
  }
}
