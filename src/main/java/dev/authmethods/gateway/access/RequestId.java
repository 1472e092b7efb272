package dev.authmethods.gateway.access;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The id of one request, as a GUID: in its answer, in the log, in the audit trail, and at Microsoft Graph. It is not secret, and
 * unique only unless the client chooses it: requests of one trace have one id.
 */
public final class RequestId {

  /** The header of an answer that holds it, named as Microsoft Graph names its own. */
  public static final String HEADER = "request-id";

  /** The version, the id of the trace, the id of the caller's span, the flags. Source: W3C Trace Context, section 3.2. */
  private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

  private static final Pattern GROUPS = Pattern.compile("(.{8})(.{4})(.{4})(.{4})(.{12})");
  private static final String NO_TRACE = "0".repeat(32);
  private static final String NO_SPAN = "0".repeat(16);

  private RequestId() {}

  /**
   * The id of the client's trace, when the client sends one {@code traceparent} that is right, so that one is found by the other;
   * otherwise a new id.
   */
  public static String of(List<String> values) {
    return values.size() == 1 ? of(values.getFirst()) : random();
  }

  private static String of(String traceParent) {
    var parts = TRACE_PARENT.matcher(traceParent);
    var isTrace = parts.matches() && !parts.group(1).equals(NO_TRACE) && !parts.group(2).equals(NO_SPAN);
    return isTrace ? GROUPS.matcher(parts.group(1)).replaceFirst("$1-$2-$3-$4-$5") : random();
  }

  /** A new id. One that nobody can guess would cost more. */
  public static String random() {
    var random = ThreadLocalRandom.current();
    long version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
    long variant2 = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(version4, variant2).toString();
  }
}
