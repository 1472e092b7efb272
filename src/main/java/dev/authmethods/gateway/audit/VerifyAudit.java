package dev.authmethods.gateway.audit;

import dev.authmethods.gateway.audit.verify.TrailVerification;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The command {@code verify-audit}: verifies files of the audit trail, without starting the gateway. */
public final class VerifyAudit {

  /** Its name on the command line. */
  public static final String NAME = "verify-audit";

  private static final String KEY = "GATEWAY_AUDIT_KEY";

  private VerifyAudit() {}

  /** Runs it; 0 when all lines are in order, 1 when they are not, 2 when they cannot be read. */
  public static int run(List<String> arguments) {
    try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
      return run(arguments, System.getenv(), out);
    }
  }

  static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
    return new TrailVerification(environment.get(KEY), out).run(arguments);
  }
}
