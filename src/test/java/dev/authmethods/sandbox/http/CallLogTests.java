package dev.authmethods.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The log of calls. */
class CallLogTests {

  private final CallLog log = new CallLog();

  private void add(int number, int items) {
    var entry = JsonTree.object().put("number", number);
    var list = entry.putArray("items");
    IntStream.range(0, items).forEach(list::add);
    log.add(entry);
  }

  private JsonNode kept() {
    return JsonTree.read(log.reply().body());
  }

  @Test
  void isInOrder() {
    add(1, 0);
    add(2, 0);

    assertThat(
      kept()
        .valueStream()
        .map(entry -> entry.path("number").asInt())
    ).containsExactly(1, 2);
  }

  @Test
  void keepsTheNewestOnly() {
    IntStream.rangeClosed(0, CallLog.LIMIT).forEach(number -> add(number, 0));

    assertThat(kept().size()).isEqualTo(CallLog.LIMIT);
    assertThat(kept().at("/0/number").asInt()).isEqualTo(1);
  }

  @Test
  void countsTheItemsOfABatch() {
    IntStream.range(0, 10_000).forEach(number -> add(number, 19));

    assertThat(kept().size()).isEqualTo(CallLog.LIMIT / 20);
  }

  @Test
  void doesNotChangeWithAnEntryThatIsWrittenOn() {
    var entry = JsonTree.object().put("number", 1);
    log.add(entry);

    entry.put("number", 2);

    assertThat(kept().at("/0/number").asInt()).isEqualTo(1);
  }
}
