package dev.authmethods.gateway.idempotency;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a failed start which settings are wrong, instead of showing a stack trace. */
class UnusableIdempotencySettingsAnalyzer extends AbstractFailureAnalyzer<UnusableIdempotencySettings> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableIdempotencySettings cause) {
    var problems = cause.problems().stream().map("  - %s"::formatted).collect(Collectors.joining("\n"));
    return new FailureAnalysis(
      "The gateway cannot keep idempotency keys:\n\n" + problems,
      "Set these as arguments (--gateway.idempotency.secret=...), in the environment (GATEWAY_IDEMPOTENCY_SECRET=...) or in" +
        " a file. src/docs/settings.md lists every setting.",
      cause
    );
  }
}
