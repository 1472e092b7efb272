package dev.authmethods.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What one round of a scenario came to; latencies in milliseconds. */
record Figures(double perSecond, double p50, double p99, double calls, double items, Tally.Errors errors) {
  private static final Tally.Errors NO_ERRORS = new Tally.Errors(0, 0, 0);

  static Figures of(Tally tally, Duration time, Upstream.Count upstream) {
    var answered = (double) Math.max(1, tally.answered());
    return new Figures(
      tally.right() / (time.toMillis() / 1e3),
      tally.millisAt(50),
      tally.millisAt(99),
      upstream.calls() / answered,
      upstream.items() / answered,
      tally.errors()
    );
  }

  /** The median of each figure, and all errors together. */
  static Figures median(List<Figures> rounds) {
    return new Figures(
      median(rounds, Figures::perSecond),
      median(rounds, Figures::p50),
      median(rounds, Figures::p99),
      median(rounds, Figures::calls),
      median(rounds, Figures::items),
      rounds.stream().map(Figures::errors).reduce(NO_ERRORS, Tally.Errors::plus)
    );
  }

  /** The one in the middle, or halfway between the two that are. */
  static <T> double median(List<T> values, ToDoubleFunction<T> figure) {
    var sorted = values.stream().mapToDouble(figure).sorted().toArray();
    var middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
