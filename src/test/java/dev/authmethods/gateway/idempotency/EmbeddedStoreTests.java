package dev.authmethods.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EmbeddedStoreTests {

  private final EmbeddedStore store = new EmbeddedStore(Duration.ofHours(24), 3);

  @Test
  void keepsTheFirstValue() {
    assertThat(store.putIfAbsent("key", "first")).isNull();
    assertThat(store.putIfAbsent("key", "second")).isEqualTo("first");
    assertThat(store.putIfAbsent("key", "third")).isEqualTo("first");
  }

  @Test
  void replacesWhatIsExpected() {
    store.putIfAbsent("key", "first");
    assertThat(store.replace("key", "first", "second")).isTrue();
    assertThat(store.putIfAbsent("key", "third")).isEqualTo("second");
  }

  @Test
  void replacesNothingElse() {
    store.putIfAbsent("key", "first");
    assertThat(store.replace("key", "other", "second")).isFalse();
    assertThat(store.replace("absent", "first", "second")).isFalse();
    assertThat(store.putIfAbsent("key", "third")).isEqualTo("first");
    assertThat(store.putIfAbsent("absent", "third")).isNull();
  }

  @Test
  void removesWhatIsExpected() {
    store.putIfAbsent("key", "first");
    assertThat(store.remove("key", "first")).isTrue();
    assertThat(store.putIfAbsent("key", "second")).isNull();
  }

  @Test
  void removesNothingElse() {
    store.putIfAbsent("key", "first");
    assertThat(store.remove("key", "other")).isFalse();
    assertThat(store.putIfAbsent("key", "second")).isEqualTo("first");
  }

  @Test
  void keepsAsManyAsItMay() {
    store.putIfAbsent("1", "value");
    store.putIfAbsent("2", "value");
    store.putIfAbsent("3", "value");
    assertThat(store.putIfAbsent("1", "other")).isEqualTo("value");
    assertThat(store.putIfAbsent("2", "other")).isEqualTo("value");
    assertThat(store.putIfAbsent("3", "other")).isEqualTo("value");
  }

  @Test
  void dropsWhatIsOldest() {
    store.putIfAbsent("1", "value");
    store.putIfAbsent("2", "value");
    store.putIfAbsent("3", "value");
    store.putIfAbsent("4", "value");
    assertThat(store.replace("1", "value", "value")).isFalse();
    assertThat(store.replace("2", "value", "value")).isTrue();
    assertThat(store.replace("3", "value", "value")).isTrue();
    assertThat(store.replace("4", "value", "value")).isTrue();
  }

  @Test
  void forgetsWhatIsTooOld() {
    var forgetful = new EmbeddedStore(Duration.ofMillis(20), 3);
    forgetful.putIfAbsent("key", "first");
    await().until(() -> forgetful.putIfAbsent("key", "second") == null);
  }
}
