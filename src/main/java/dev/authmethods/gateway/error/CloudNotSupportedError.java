package dev.authmethods.gateway.error;

import dev.authmethods.gateway.method.NationalCloud;
import java.util.List;

/** The national cloud of this tenant does not offer the operation. */
@ErrorInfo(category = ErrorCategory.UNSUPPORTED)
public record CloudNotSupportedError(
  List<String> path,
  NationalCloud cloud,
  List<NationalCloud> supportedClouds
) implements SharedError {}
