package dev.authmethods.gateway.audit;

import dev.authmethods.gateway.audit.chain.LineHash;
import dev.authmethods.gateway.audit.sink.ChainedOutput;
import dev.authmethods.gateway.idempotency.KeyedDigest;
import dev.authmethods.gateway.settings.UnusableSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the audit trail that the settings choose. With unusable settings the gateway does not start, and names them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

  private static final String EFFECT = "The gateway cannot keep an audit trail";

  @Bean
  AuditTrail auditTrail(AuditSettings settings, AuditMonitor monitor) {
    var problems = settings.problems();
    if (!problems.isEmpty()) {
      throw new UnusableSettings(EFFECT, problems);
    }
    var output = output(settings);
    if (output != null && settings.sink() == AuditSettings.Sink.FILE) {
      tryOut(output, settings, monitor);
    }
    return new AuditTrail(output, digests(settings.key()), settings.sync(), settings.required(), monitor);
  }

  private static @Nullable ChainedOutput output(AuditSettings settings) {
    var hash = new LineHash(settings.key());
    return switch (settings.sink()) {
      case NONE -> null;
      case STANDARD_OUTPUT -> ChainedOutput.toStandardOutput(hash);
      case FILE -> ChainedOutput.toFile(Path.of(Objects.requireNonNull(settings.file())), hash);
    };
  }

  /** A file that is needed for every write, and cannot be used, is found at the start and not by the first client. */
  private static void tryOut(ChainedOutput output, AuditSettings settings, AuditMonitor monitor) {
    try {
      output.open();
    } catch (IOException e) {
      if (settings.required()) {
        throw new UnusableSettings(EFFECT, List.of("gateway.audit.file (cannot be written: " + e.getMessage() + ")"));
      }
      monitor.failed(e);
    }
  }

  /** A random key where none is set: the hashes can be compared as long as this gateway runs. */
  private static KeyedDigest digests(@Nullable String key) {
    if (key != null) {
      return new KeyedDigest(key.getBytes(StandardCharsets.UTF_8));
    }
    var own = new byte[32];
    new SecureRandom().nextBytes(own);
    return new KeyedDigest(own);
  }
}
