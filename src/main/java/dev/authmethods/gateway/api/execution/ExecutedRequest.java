package dev.authmethods.gateway.api.execution;

import dev.authmethods.gateway.access.UpstreamCost;
import graphql.ExecutionResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of a request, and its cost upstream.
 *
 * @param result every error of it with a code
 */
public record ExecutedRequest(ExecutionResult result, UpstreamCost.Summary cost) {
  private static final String UPSTREAM = "upstream";

  /** The result with the cost in {@code extensions.upstream}, next to its other extensions. */
  public ExecutionResult withCost() {
    var extensions = new LinkedHashMap<Object, Object>();
    if (result.getExtensions() != null) {
      extensions.putAll(result.getExtensions());
    }
    extensions.put(UPSTREAM, described(cost));
    return result.transform(builder -> builder.extensions(extensions));
  }

  private static Map<String, Object> described(UpstreamCost.Summary cost) {
    var members = new LinkedHashMap<String, Object>();
    members.put("calls", cost.calls());
    members.put("batchSizes", cost.batchSizes());
    members.put("items", cost.items());
    members.put("waves", cost.waves());
    members.put("milliseconds", milliseconds(cost.time()));
    return members;
  }

  /** To a tenth. */
  private static double milliseconds(Duration time) {
    return Math.round(time.toNanos() / 100_000.0) / 10.0;
  }
}
