package dev.authmethods.gateway.audit.verify;

import dev.authmethods.gateway.audit.chain.ChainLine;
import dev.authmethods.gateway.audit.chain.ChainPosition;
import dev.authmethods.gateway.audit.chain.LineHash;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the lines of an audit trail, one after another, from the first file to the last. */
final class TrailCheck {

  private static final String START = "start";

  private final LineHash hash;
  private final Map<String, ChainPosition> ends = new HashMap<>();
  private final TrailSummary summary;

  /** The place of a line that is no whole one: the next line has to tell that the gateway knew. */
  private @Nullable String torn;

  TrailCheck(LineHash hash, TrailSummary summary) {
    this.hash = hash;
    this.summary = summary;
  }

  /**
   * Checks the next line.
   *
   * @param isWhole whether it ends with a line feed
   * @return what is wrong with it; null when nothing is
   */
  @Nullable
  String check(byte[] bytes, boolean isWhole, String place) {
    var line = ChainLine.read(bytes, hash);
    if (line == null) {
      return noLine(place);
    }
    if (!line.isIntact()) {
      return place + ": This line was changed, or the key is another one";
    }
    if (!isWhole) {
      return place + ": This line has no end";
    }
    var fault = fault(line, place);
    torn = null;
    if (fault == null) {
      ends.put(line.position().chain(), line.position());
      summary.add(line, place);
    }
    return fault;
  }

  private @Nullable String noLine(String place) {
    if (torn != null) {
      return untold(torn);
    }
    torn = place;
    return null;
  }

  private @Nullable String fault(ChainLine line, String place) {
    if (torn != null && !line.content().path("torn").asBoolean(false)) {
      return untold(torn);
    }
    var last = ends.get(line.position().chain());
    if (last == null) {
      return begins(line)
        ? null
        : place + ": This line is of a chain that begins elsewhere: lines before it are missing";
    }
    return line.follows(last) ? null : place + ": " + misplaced(line, last);
  }

  /** The first file may begin in the middle of a chain, whose beginning is in an older file. */
  private boolean begins(ChainLine line) {
    var isFirst = line.text("event").equals(START) && line.follows(ChainPosition.before(line.position().chain()));
    return isFirst || ends.isEmpty();
  }

  private static String misplaced(ChainLine line, ChainPosition last) {
    long number = line.position().sequence();
    if (number > last.sequence() + 1) {
      return "Lines are missing before this one: %d follows %d".formatted(number, last.sequence());
    }
    return number == last.sequence() + 1
      ? "The line before this one is another than the one that was written"
      : "This line is not in its place: %d follows %d".formatted(number, last.sequence());
  }

  private static String untold(String place) {
    return place + ": This is no line of an audit trail, or it was changed";
  }

  /** The fault at the end; null when there is none. */
  @Nullable
  String end() {
    return torn == null ? null : torn + ": This line is incomplete, or it was changed";
  }
}
