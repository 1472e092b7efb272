package dev.authmethods.gateway.audit.verify;

import dev.authmethods.gateway.audit.chain.ChainLine;
import dev.authmethods.gateway.audit.chain.ChainPosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The content of good lines in short: how many there are of each type, the ends of their chains, and the writes without a known outcome. */
final class TrailSummary {

  private final Map<String, Long> countsByEvent = new TreeMap<>();
  private final Map<String, ChainPosition> begins = new LinkedHashMap<>();
  private final Map<String, ChainPosition> ends = new LinkedHashMap<>();
  private final Map<String, String> undecided = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final @Nullable String known;
  private boolean hasKnown;

  /** A summary that looks for a line with this hash. */
  TrailSummary(@Nullable String known) {
    this.known = known;
  }

  void add(ChainLine line, String place) {
    var chain = line.position().chain();
    begins.putIfAbsent(chain, line.position());
    ends.put(chain, line.position());
    hasKnown |= line.position().hash().equals(known);
    countsByEvent.merge(line.text("event"), 1L, Long::sum);
    switch (line.text("event")) {
      case "attempt" -> undecided.put(line.text("write"), described("Attempt without an outcome", line, place));
      case "outcome" -> decide(line, place);
      case "gap" -> notes.add(gap(line, place));
      default -> {
      }
    }
  }

  private void decide(ChainLine line, String place) {
    undecided.remove(line.text("write"));
    if (line.text("outcome").equals("unknown")) {
      undecided.put(line.text("write"), described("Outcome unknown", line, place));
    }
  }

  private static String described(String what, ChainLine line, String place) {
    return "%s: %s, write %s, %s, %s by %s on %s".formatted(
      place,
      what,
      line.text("write"),
      line.text("time"),
      line.text("operation"),
      line.text("actor"),
      line.text("target")
    );
  }

  private static String gap(ChainLine line, String place) {
    var lost = line.content().path("lost").asLong(0);
    return lost > 0
      ? "%s: The gateway could not write %d lines before this one".formatted(place, lost)
      : "%s: The line before this one is incomplete, and the gateway has told so".formatted(place);
  }

  /** Whether a line has the hash that it looks for; true when it looks for none. */
  boolean hasKnownLine() {
    return known == null || hasKnown;
  }

  /** The last line of any chain has this number, or a higher one. */
  boolean reaches(long sequence) {
    return ends
      .values()
      .stream()
      .anyMatch(end -> end.sequence() >= sequence);
  }

  /** For people, a line each. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    ends.forEach((chain, end) -> {
      var begin = begins.getOrDefault(chain, end);
      lines.add(
        "Chain %s: lines %d to %d, last hash %s".formatted(chain, begin.sequence(), end.sequence(), end.hash())
      );
    });
    lines.add("Events: " + countsByEvent);
    lines.addAll(notes);
    lines.addAll(undecided.values());
    return lines;
  }
}
