package dev.authmethods.gateway.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal by Microsoft that has no type of its own: its code, never its text. */
@ErrorInfo(category = ErrorCategory.CONFLICT)
public record UpstreamRefusedError(
  List<String> path,
  String upstreamCode,
  @Nullable String upstreamRequestId
) implements SharedError, UserLookupError {}
