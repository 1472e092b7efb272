package dev.authmethods.gateway.idempotency.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store does. */
public abstract class StoreContract {

  static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofMillis(400);

  final String key = UUID.randomUUID().toString().replace("-", "");

  /** One whose entries live for so long. */
  abstract IdempotencyStore store(Duration timeToLive);

  @Test
  void keepsAValueUnlessThereIsOne() {
    var store = store(LONG);
    assertThat(put(store, key, "first")).isNull();
    assertThat(put(store, key, "second")).isEqualTo("first");
    assertThat(put(store, key, "third")).isEqualTo("first");
    assertThat(put(store, key + "0", "other")).isNull();
  }

  @Test
  void keepsAnyText() {
    var store = store(LONG);
    var text = "{\"größe\": \"\n\u0000 𝄞\"}".repeat(500);
    put(store, key, text);
    assertThat(put(store, key, "")).isEqualTo(text);
    assertThat(store.replace(key, text, "")).isTrue();
    assertThat(put(store, key, text)).isEmpty();
  }

  @Test
  void replacesWhatIsExpected() {
    var store = store(LONG);
    put(store, key, "first");
    assertThat(store.replace(key, "first", "second")).isTrue();
    assertThat(put(store, key, "third")).isEqualTo("second");
  }

  @Test
  void replacesNoOtherValue() {
    var store = store(LONG);
    assertThat(store.replace(key, "first", "second")).isFalse();
    assertThat(put(store, key, "first")).isNull();
    assertThat(store.replace(key, "other", "second")).isFalse();
    assertThat(put(store, key, "third")).isEqualTo("first");
  }

  @Test
  void removesWhatIsExpected() {
    var store = store(LONG);
    put(store, key, "first");
    assertThat(store.remove(key, "first")).isTrue();
    assertThat(store.remove(key, "first")).isFalse();
    assertThat(put(store, key, "second")).isNull();
  }

  @Test
  void removesNoOtherValue() {
    var store = store(LONG);
    put(store, key, "first");
    assertThat(store.remove(key, "other")).isFalse();
    assertThat(store.remove(key + "0", "first")).isFalse();
    assertThat(put(store, key, "second")).isEqualTo("first");
  }

  @Test
  void forgetsAfterItsTime() {
    var store = store(SHORT);
    put(store, key, "first");
    assertThat(put(store, key, "early")).isEqualTo("first");
    await().until(() -> put(store, key, "second") == null);
  }

  @Test
  void countsFromTheLastChange() {
    var store = store(SHORT);
    put(store, key, "0");
    var end = System.nanoTime() + 3 * SHORT.toNanos();
    int changes = 0;
    while (System.nanoTime() < end) {
      assertThat(store.replace(key, Integer.toString(changes), Integer.toString(++changes))).isTrue();
    }
    assertThat(put(store, key, "other")).isEqualTo(Integer.toString(changes));
    await().until(() -> put(store, key, "second") == null);
  }

  @Test
  void hasOneWinnerAmongThoseWhoPut() {
    var store = store(LONG);
    var answers = atOnce(1_000, i -> () -> String.valueOf(put(store, key, "value " + i)));
    var winner = put(store, key, "late");
    assertThat(answers).containsOnlyOnce("null");
    assertThat(answers.stream().filter(answer -> !answer.equals("null"))).containsOnly(winner);
    assertThat(answers.get(Integer.parseInt(String.valueOf(winner).substring("value ".length())))).isEqualTo("null");
  }

  @Test
  void hasOneWinnerAmongThoseWhoReplace() {
    var store = store(LONG);
    put(store, key, "first");
    var answers = atOnce(500, i -> () -> store.replace(key, "first", "value " + i));
    assertThat(answers).containsOnlyOnce(true);
    assertThat(put(store, key, "late")).isEqualTo("value " + answers.indexOf(true));
  }

  @Test
  void hasOneWinnerAmongThoseWhoReplaceAndRemove() {
    var store = store(LONG);
    put(store, key, "first");
    var answers = atOnce(500, i ->
      i % 2 == 0 ? () -> store.remove(key, "first") : () -> store.replace(key, "first", "value " + i)
    );
    assertThat(answers).containsOnlyOnce(true);
  }

  @Test
  void losesNoChange() {
    var store = store(LONG);
    put(store, key, "0");
    atOnce(40, i -> () -> increment(store));
    assertThat(put(store, key, "late")).isEqualTo("40");
  }

  private boolean increment(IdempotencyStore store) {
    String present;
    do {
      present = String.valueOf(put(store, key, "0"));
    } while (!store.replace(key, present, Integer.toString(Integer.parseInt(present) + 1)));
    return true;
  }

  /** Puts a value whatever the store may have lost; answers with the one that was there, null when there was none. */
  public static @Nullable String put(IdempotencyStore store, String key, String value) {
    return switch (store.putIfAbsent(key, value, Instant.MAX)) {
      case PutResult.Kept() -> null;
      case PutResult.Present(var present) -> present;
      case PutResult.Forgotten(var completeSince) -> throw new AssertionError("Complete since " + completeSince);
    };
  }

  static <T> List<T> atOnce(int count, Numbered<T> task) {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = IntStream.range(0, count)
        .mapToObj(i -> threads.submit(after(start, task.number(i))))
        .toList();
      start.countDown();
      return answers.stream().map(StoreContract::get).toList();
    }
  }

  private static <T> Callable<T> after(CountDownLatch start, Callable<T> task) {
    return () -> {
      start.await();
      return task.call();
    };
  }

  private static <T> T get(Future<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  interface Numbered<T> {
    Callable<T> number(int i);
  }
}
