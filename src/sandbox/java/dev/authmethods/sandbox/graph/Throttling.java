package dev.authmethods.sandbox.graph;

import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Refuses calls over the limits of a profile; the sandbox knows one application and one tenant, so one of each. */
public final class Throttling {

  private static final double SPOKEN_OF = 0.8;
  private static final double HIGHEST = 1.8;

  private List<ThrottleQuota> quotas = List.of();

  public synchronized void set(ThrottleProfile profile) {
    quotas = profile.quotas();
  }

  /** Does the work of a call that is within the limits, and refuses any other; both kinds of answer say what they cost. */
  HttpReply within(HttpCall call, Supplier<HttpReply> work, Supplier<HttpReply> refusal) {
    var charge = charge(RequestCost.of(call), Instant.now());
    return (charge.refused() ? refusal : work).get().with(charge.headers());
  }

  /** The result of an attempt to pay for a call. */
  private record Charge(boolean refused, Map<String, String> headers) {}

  private synchronized Charge charge(RequestCost cost, Instant now) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    var concerned = quotas
      .stream()
      .filter(quota -> cost.of(quota.kind()) > 0)
      .toList();
    concerned.forEach(quota -> quota.charge(cost.of(quota.kind()), now));
    if (!quotas.isEmpty()) {
      headers.put("x-ms-resource-unit", Integer.toString(cost.units()));
    }
    var share = concerned.stream().mapToDouble(ThrottleQuota::share).max().orElse(0);
    if (share > SPOKEN_OF) {
      headers.put("x-ms-throttle-limit-percentage", String.format(ROOT, "%.2f", Math.min(HIGHEST, share)));
    }
    // The quota that lasts longest: before its end another attempt gains nothing.
    var exceeded = concerned
      .stream()
      .filter(ThrottleQuota::isExceeded)
      .max(Comparator.comparing(quota -> quota.left(now)));
    exceeded.ifPresent(quota -> refuse(quota, now, headers));
    return new Charge(exceeded.isPresent(), headers);
  }

  private static void refuse(ThrottleQuota quota, Instant now, Map<String, String> headers) {
    headers.put("Retry-After", seconds(quota.left(now)));
    headers.put("x-ms-throttle-scope", quota.kind().scope());
    quota
      .kind()
      .information()
      .ifPresent(text -> headers.put("x-ms-throttle-information", text));
  }

  private static String seconds(Duration left) {
    return String.format(ROOT, "%.3f", (left.toMillis() + 1) / 1_000.0);
  }
}
