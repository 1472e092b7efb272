package dev.authmethods.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.CapturesLog;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.test.system.CapturedOutput;

/** Whatever happens how often, a line of a kind is logged once a minute, and none is left uncounted. */
@CapturesLog
class RateLimitedLogTests {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final RateLimitedLog<String> log = new RateLimitedLog<>(
    LoggerFactory.getLogger(RateLimitedLogTests.class),
    now::get
  );

  private void passes(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void theFirstIsLoggedAtOnce(CapturedOutput output) {
    log.log(Level.WARN, "a", "first");
    assertThat(output).containsOnlyOnce("first [1 since the last such line]");
  }

  @Test
  void moreOfAKindWithinAMinuteAreCountedOnly(CapturedOutput output) {
    for (int time = 0; time < 1_000; time++) {
      log.log(Level.WARN, "a", "many");
    }
    passes(Duration.ofSeconds(59));
    log.log(Level.WARN, "a", "many");
    assertThat(output).containsOnlyOnce("many [");
    passes(Duration.ofSeconds(1));
    log.log(Level.WARN, "a", "many");
    assertThat(output).contains("many [1001 since the last such line]");
  }

  @Test
  void anotherKindHasAnotherLine(CapturedOutput output) {
    log.log(Level.WARN, "a", "one");
    log.log(Level.WARN, "b", "other");
    assertThat(output).contains("one [1 ", "other [1 ");
  }

  @Test
  void manyAtTheSameTimeWriteOneLine(CapturedOutput output) {
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int time = 0; time < 200; time++) {
        threads.execute(() -> log.log(Level.WARN, "a", "at once"));
      }
    }
    assertThat(output).containsOnlyOnce("at once [");
  }
}
