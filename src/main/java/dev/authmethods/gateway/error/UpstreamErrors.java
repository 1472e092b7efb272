package dev.authmethods.gateway.error;

import dev.authmethods.gateway.entra.EntraFailure;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The errors for the failures of Microsoft Graph. */
public final class UpstreamErrors {

  private UpstreamErrors() {}

  /**
   * The error for a failure of a mutation. A caller who has to sign in again gets no payload: that failure is thrown on.
   *
   * @param user   the place of the user in the request
   * @param denied the error for a caller whom Microsoft Graph does not allow it
   */
  public static SharedError of(
    EntraFailure failure,
    List<String> user,
    Function<EntraFailure.Refused, PermissionDeniedError> denied
  ) {
    return switch (failure) {
      case EntraFailure.Refused refused when refused.status() == 404 -> new UserNotFoundError(user);
      case EntraFailure.Refused refused when refused.status() == 403 -> denied.apply(refused);
      case EntraFailure.Refused refused -> new UpstreamRefusedError(List.of(), refused.code(), refused.requestId());
      case EntraFailure.Throttled throttled -> new UpstreamThrottledError(List.of(), seconds(throttled.retryAfter()));
      case EntraFailure.Unavailable down -> new UpstreamUnavailableError(List.of(), seconds(down.retryAfter()));
      case EntraFailure.Misconfigured unset -> new GatewayConfigurationError(List.of(), unset.missingPermissions());
      case EntraFailure.SignInFailure failed -> throw failed;
    };
  }

  /**
   * The error for a failure of a read that has a place for errors. A caller who has to sign in again gets no result: that failure is
   * thrown on.
   *
   * @param path  the place of the error in the request
   * @param roles the roles of which a caller whom Microsoft Graph refuses may need one
   */
  public static SharedError ofRead(EntraFailure failure, List<String> path, List<String> roles) {
    return switch (failure) {
      case EntraFailure.Refused refused when refused.status() == 403 -> PermissionDeniedError.lacking(
        path,
        refused.missingPermissions(),
        roles
      );
      case EntraFailure.Refused refused -> new UpstreamRefusedError(path, refused.code(), refused.requestId());
      case EntraFailure.Throttled throttled -> new UpstreamThrottledError(path, seconds(throttled.retryAfter()));
      case EntraFailure.Unavailable down -> new UpstreamUnavailableError(path, seconds(down.retryAfter()));
      case EntraFailure.Misconfigured unset -> new GatewayConfigurationError(path, unset.missingPermissions());
      case EntraFailure.SignInFailure failed -> throw failed;
    };
  }

  /** The number of seconds, with a fraction. */
  public static @Nullable Double seconds(@Nullable Duration duration) {
    return duration == null ? null : duration.toMillis() / 1_000.0;
  }
}
