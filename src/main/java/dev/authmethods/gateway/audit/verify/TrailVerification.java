package dev.authmethods.gateway.audit.verify;

import dev.authmethods.gateway.audit.chain.LineHash;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies files in the order in which they were written, and prints what it finds. */
public final class TrailVerification {

  private static final int GOOD = 0;
  private static final int BROKEN = 1;
  private static final int UNUSABLE = 2;

  private static final String KNOWN_HASH = "--known-hash=";
  private static final String LAST_SEQUENCE = "--last-sequence=";
  private static final String USAGE = """
  Usage: verify-audit [--known-hash=HASH] [--last-sequence=NUMBER] FILE...

  Verifies files of the audit trail, the oldest first. The environment variable GATEWAY_AUDIT_KEY has the key, if the trail has one.

    --known-hash=HASH       a line must have this hash, which was that of the last line earlier
    --last-sequence=NUMBER  the last line must have this number, or a higher one

  Exit code: 0 when all lines are in order, 1 when they are not, 2 when they cannot be read.""";

  private final @Nullable String key;
  private final PrintStream out;

  /**
   * A verification.
   *
   * @param key the key of the trail; null when it has none
   * @param out where it prints
   */
  public TrailVerification(@Nullable String key, PrintStream out) {
    this.key = key;
    this.out = out;
  }

  /** Runs it with the arguments of the command line; answers with the exit code. */
  public int run(List<String> arguments) {
    var files = arguments
      .stream()
      .filter(argument -> !argument.startsWith("--"))
      .toList();
    if (files.isEmpty() || !arguments.stream().allMatch(TrailVerification::isKnown)) {
      out.println(USAGE);
      return UNUSABLE;
    }
    try {
      return verify(files, option(arguments, KNOWN_HASH), option(arguments, LAST_SEQUENCE));
    } catch (IOException e) {
      out.println("Cannot be read: " + e.getMessage());
      return UNUSABLE;
    }
  }

  private static boolean isKnown(String argument) {
    return (
      !argument.startsWith("--") || argument.startsWith(KNOWN_HASH) || argument.matches(LAST_SEQUENCE + "[0-9]{1,18}")
    );
  }

  private static @Nullable String option(List<String> arguments, String name) {
    return arguments
      .stream()
      .filter(argument -> argument.startsWith(name))
      .map(argument -> argument.substring(name.length()))
      .findFirst()
      .orElse(null);
  }

  private int verify(List<String> files, @Nullable String knownHash, @Nullable String lastSequence) throws IOException {
    var summary = new TrailSummary(knownHash);
    var check = new TrailCheck(new LineHash(key), summary);
    for (var file : files) {
      var fault = fault(check, file);
      if (fault != null) {
        return broken(fault);
      }
    }
    var fault = check.end();
    return fault == null ? ended(summary, lastSequence) : broken(fault);
  }

  private static @Nullable String fault(TrailCheck check, String file) throws IOException {
    try (var in = Files.newInputStream(Path.of(file))) {
      var lines = new LineReader(in);
      long number = 1;
      for (var line = lines.next(); line != null; line = lines.next()) {
        var fault = check.check(line, lines.isWhole(), file + ":" + number++);
        if (fault != null) {
          return fault;
        }
      }
      return null;
    }
  }

  private int ended(TrailSummary summary, @Nullable String lastSequence) {
    summary.lines().forEach(out::println);
    if (!summary.hasKnownLine()) {
      return broken("Lines at the end are missing: none has the known hash");
    }
    if (lastSequence != null && !summary.reaches(Long.parseLong(lastSequence))) {
      return broken("Lines at the end are missing: none has the number " + lastSequence);
    }
    out.println("All lines are in order.");
    return GOOD;
  }

  private int broken(String fault) {
    out.println(fault);
    return BROKEN;
  }
}
