package dev.authmethods.sandbox.graph;

import dev.authmethods.sandbox.http.Delivery;
import dev.authmethods.sandbox.http.Delivery.Ending;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.http.RequestIds;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The answer to one item of a batch. */
record BatchAnswer(JsonBatchItem item, Delivery delivery) {
  /** A connection cannot be cut for one item alone: to the caller it looks like a gateway that gave up. */
  int status() {
    var status = delivery.reply().status();
    return status == 0 ? 504 : status;
  }

  boolean hasFailed() {
    return status() >= 400;
  }

  ObjectNode json() {
    var reply = delivery.reply();
    var json = JsonTree.object().put("id", item.id()).put("status", status());
    var headers = json.putObject("headers").put("Cache-Control", "no-cache");
    if (!reply.body().isEmpty()) {
      headers.put("Content-Type", "application/json");
      json.set("body", body(reply.body()));
    }
    reply.headers().forEach(headers::put);
    return json;
  }

  ObjectNode logEntry() {
    return JsonTree.object()
      .put("method", item.call().method())
      .put("path", item.url())
      .put("status", status())
      .put("clientRequestId", item.call().header(RequestIds.CLIENT).orElse(null));
  }

  /** Carries the answer of a batch as its items demand: they share one connection. */
  static Delivery deliver(HttpReply reply, Collection<BatchAnswer> answers) {
    var whole = Delivery.now(reply).heldBack(longestDelay(answers)).ending(ending(answers));
    for (var answer : answers) {
      whole = whole.followedBy(answer.delivery().afterwards());
    }
    return whole;
  }

  /** A batch cannot be answered while one of its items is not, and nothing of it can be lost but its end. */
  private static Ending ending(Collection<BatchAnswer> answers) {
    return Stream.of(Ending.HANGING, Ending.TRUNCATED)
      .filter(ending -> answers.stream().anyMatch(answer -> answer.delivery().ending() == ending))
      .findFirst()
      .orElse(Ending.WHOLE);
  }

  private static Duration longestDelay(Collection<BatchAnswer> answers) {
    return answers
      .stream()
      .map(answer -> answer.delivery().delay())
      .max(Comparator.naturalOrder())
      .orElse(Duration.ZERO);
  }

  private static JsonNode body(String text) {
    try {
      return JsonTree.read(text);
    } catch (JacksonException _) {
      return JsonTree.of(text);
    }
  }
}
