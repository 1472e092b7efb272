package dev.authmethods.gateway.entra.call;

import dev.authmethods.gateway.entra.UnusableSettings;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a failed start which settings are missing, instead of showing a stack trace. */
class UnusableSettingsAnalyzer extends AbstractFailureAnalyzer<UnusableSettings> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableSettings cause) {
    var problems = cause.problems().stream().map("  - %s"::formatted).collect(Collectors.joining("\n"));
    return new FailureAnalysis(
      "The gateway does not know which tenant to work with:\n\n" + problems,
      "Set these as arguments (--gateway.entra.tenant-id=...), in the environment (GATEWAY_ENTRA_TENANTID=...) or in a" +
        " file. src/docs/settings.md lists every setting. To try the gateway without a tenant, run `mvn spring-boot:run`.",
      cause
    );
  }
}
