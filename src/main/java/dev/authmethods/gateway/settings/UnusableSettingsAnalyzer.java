package dev.authmethods.gateway.settings;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a failed start which settings cannot be used, instead of showing a stack trace. */
class UnusableSettingsAnalyzer extends AbstractFailureAnalyzer<UnusableSettings> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableSettings cause) {
    var problems = cause.problems().stream().map("  - %s"::formatted).collect(Collectors.joining("\n"));
    return new FailureAnalysis(cause.effect() + ":\n\n" + problems, cause.remedy(), cause);
  }
}
