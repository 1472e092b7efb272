package dev.authmethods.gateway.idempotency.store;

import static dev.authmethods.gateway.idempotency.store.StoreContract.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class MeasuredStoreTests {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final UnreliableStore shaky = new UnreliableStore();
  private final MeasuredStore store = new MeasuredStore(shaky, registry);
  private final Logger log = (Logger) LoggerFactory.getLogger(MeasuredStore.class);
  private final ListAppender<ILoggingEvent> told = new ListAppender<>();

  @BeforeEach
  void listen() {
    told.start();
    log.addAppender(told);
  }

  @AfterEach
  void stop() {
    log.detachAppender(told);
  }

  @Test
  void answersAsTheStore() {
    assertThat(put(store, "key", "first")).isNull();
    assertThat(put(store, "key", "other")).isEqualTo("first");
    assertThat(store.replace("key", "other", "second")).isFalse();
    assertThat(store.replace("key", "first", "second")).isTrue();
    assertThat(store.remove("key", "first")).isFalse();
    assertThat(store.remove("key", "second")).isTrue();
  }

  @Test
  void countsWhatIsAnsweredAndWhatIsNot() {
    put(store, "key", "value");
    store.replace("key", "value", "value");
    store.replace("key", "value", "value");
    store.remove("key", "value");
    fails();
    assertThat(counts("available")).containsExactly(1L, 2L, 1L);
    assertThat(counts("unavailable")).containsExactly(1L, 1L, 1L);
  }

  @Test
  void tellsNothingWhileAllIsWell() {
    put(store, "key", "value");
    assertThat(levels()).isEmpty();
  }

  @Test
  void tellsOnceThatItFailsAndOnceThatItIsBack() {
    fails();
    put(store, "key", "value");
    put(store, "key", "value");
    assertThat(levels()).containsExactly(Level.WARN, Level.INFO);
    fails();
    assertThat(levels()).containsExactly(Level.WARN, Level.INFO, Level.WARN);
  }

  private void fails() {
    shaky.down = true;
    assertThatThrownBy(() -> put(store, "key", "value")).isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> store.replace("key", "value", "value")).isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> store.remove("key", "value")).isInstanceOf(StoreUnavailable.class);
    shaky.down = false;
  }

  private List<Long> counts(String outcome) {
    return List.of(count("put_if_absent", outcome), count("replace", outcome), count("remove", outcome));
  }

  private long count(String operation, String outcome) {
    return registry.get("gateway.idempotency.store").tags("operation", operation, "outcome", outcome).timer().count();
  }

  /** What is for everybody to read. */
  private List<Level> levels() {
    return told.list
      .stream()
      .map(ILoggingEvent::getLevel)
      .filter(level -> level.isGreaterOrEqual(Level.INFO))
      .toList();
  }
}
