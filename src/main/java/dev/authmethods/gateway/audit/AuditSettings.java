package dev.authmethods.gateway.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings for the audit trail. Prefix {@code gateway.audit}.
 *
 * @param sink     The place of the audit trail: {@code standard-output}, among the lines of the log, {@code file}, or {@code none}.
 * @param file     The file that lines are appended to. Required with {@code sink=file}, otherwise not used. Each gateway needs its own.
 * @param sync     The lines that the gateway waits for until the disk has them: {@code attempts}, those that stand before a write,
 *                 {@code all}, or {@code none}. Only a file is synced.
 * @param required Whether the gateway refuses to change anything while it cannot write the audit trail.
 * @param key      The key that hashes the lines, so that only somebody with the key can forge one, and the phone numbers, addresses
 *                 and idempotency keys in them: 32 random characters at least. Without it the chain of lines shows accidents only,
 *                 and the hashes of numbers can be compared only until the gateway stops.
 */
@ConfigurationProperties("gateway.audit")
record AuditSettings(
  @DefaultValue("standard-output") Sink sink,
  @Nullable String file,
  @DefaultValue("attempts") Sync sync,
  @DefaultValue("false") boolean required,
  @Nullable String key
) {
  /** The place of the audit trail. */
  enum Sink {
    /** There is no audit trail. */
    NONE,
    /** The standard output of the process. */
    STANDARD_OUTPUT,
    /** A file. */
    FILE,
  }

  /** The lines that have to be on the disk before the gateway goes on. */
  enum Sync {
    NONE,
    ATTEMPTS,
    ALL,
  }

  private static final int SHORTEST_KEY = 32;

  /** The problems of these settings; empty when there are none. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    if (sink == Sink.FILE && (file == null || file.isBlank())) {
      problems.add("gateway.audit.file (needed with gateway.audit.sink=file)");
    }
    if (sink == Sink.NONE && required) {
      problems.add("gateway.audit.required (needs gateway.audit.sink=file or standard-output)");
    }
    if (key != null && key.strip().length() < SHORTEST_KEY) {
      problems.add("gateway.audit.key (must have 32 characters at least)");
    }
    return problems;
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "AuditSettings[sink=%s, file=%s, sync=%s, required=%s]".formatted(sink, file, sync, required);
  }
}
