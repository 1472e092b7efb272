package dev.authmethods.gateway.error;

import dev.authmethods.gateway.method.NationalCloud;
import java.util.List;

/** The national cloud of this tenant does not offer the operation. */
public record CloudNotSupportedError(
  List<String> path,
  NationalCloud cloud,
  List<NationalCloud> supportedClouds
) implements AddPhoneMethodError, SetPhoneMethodError, EnableSmsSignInError, DisableSmsSignInError {
  @Override
  public String code() {
    return "CLOUD_NOT_SUPPORTED";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.UNSUPPORTED;
  }

  @Override
  public CloudNotSupportedError at(List<String> other) {
    return new CloudNotSupportedError(other, cloud, supportedClouds);
  }
}
