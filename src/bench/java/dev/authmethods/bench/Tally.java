package dev.authmethods.bench;

import org.HdrHistogram.Histogram;

/** What became of the requests of one run. */
final class Tally {

  private static final int DIGITS = 3;

  private final Histogram nanoseconds = new Histogram(DIGITS);
  private final Expectation expectation;
  private long answered;
  private long not2xx;
  private long wrong;
  private long lost;

  Tally(Expectation expectation) {
    this.expectation = expectation;
  }

  void answer(Message answer, long latencyNanos, boolean inTime) {
    answered++;
    if (answer.status() / 100 != 2) {
      not2xx++;
    } else if (!expectation.isMetBy(answer.body())) {
      wrong++;
    } else if (inTime) {
      nanoseconds.recordValue(latencyNanos);
    }
  }

  void lose(int requests) {
    lost += requests;
  }

  /** Right answers while the run lasted. */
  long right() {
    return nanoseconds.getTotalCount();
  }

  /** Answers of every kind, also those that came when the run was over. */
  long answered() {
    return answered;
  }

  /** So many in a hundred of the right answers took no longer than this. */
  double millisAt(double percentile) {
    return nanoseconds.getValueAtPercentile(percentile) / 1e6;
  }

  Errors errors() {
    return new Errors(not2xx, wrong, lost);
  }

  /**
   * What was not as it should be.
   *
   * @param not2xx answers with another status
   * @param wrong  answers with GraphQL errors, or without something that they should show
   * @param lost   requests without an answer
   */
  record Errors(long not2xx, long wrong, long lost) {
    Errors plus(Errors more) {
      return new Errors(not2xx + more.not2xx, wrong + more.wrong, lost + more.lost);
    }

    boolean isNone() {
      return not2xx + wrong + lost == 0;
    }

    @Override
    public String toString() {
      return isNone() ? "0" : "%d not 2xx, %d wrong, %d lost".formatted(not2xx, wrong, lost);
    }
  }
}
