package dev.authmethods.gateway.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Microsoft rejected the request for a reason without an error type. The error has Microsoft's code, never its text. */
@ErrorInfo(category = ErrorCategory.CONFLICT)
public record UpstreamRefusedError(
  List<String> path,
  String upstreamCode,
  @Nullable String upstreamRequestId
) implements SharedError, UserLookupError {
  @Override
  public String messageKey() {
    return upstreamRequestId == null ? code() : code() + ".REQUEST";
  }

  @Override
  public List<Object> messageArguments() {
    return upstreamRequestId == null ? List.of(upstreamCode) : List.of(upstreamCode, upstreamRequestId);
  }
}
