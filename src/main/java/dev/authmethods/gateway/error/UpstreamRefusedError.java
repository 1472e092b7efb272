package dev.authmethods.gateway.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal by Microsoft that has no type of its own: its code, never its text. */
public record UpstreamRefusedError(
  List<String> path,
  String upstreamCode,
  @Nullable String upstreamRequestId
) implements UpstreamError, UserLookupError {
  @Override
  public String code() {
    return "UPSTREAM_REFUSED";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.CONFLICT;
  }

  @Override
  public UpstreamRefusedError at(List<String> other) {
    return new UpstreamRefusedError(other, upstreamCode, upstreamRequestId);
  }
}
