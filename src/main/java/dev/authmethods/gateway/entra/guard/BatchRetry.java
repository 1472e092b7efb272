package dev.authmethods.gateway.entra.guard;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.LookupResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many reads of which each fails alone. Whatever may still be answered before the deadline is asked again, together and without
 * the others, until {@link ReadRetry} ends it.
 */
public final class BatchRetry<K, T> {

  private final RequestContext call;
  private final Function<Collection<K>, Map<K, LookupResult<T>>> ask;
  private final Map<K, LookupResult<T>> answers = new LinkedHashMap<>();
  private Collection<K> open;

  public BatchRetry(RequestContext call, Collection<K> keys, Function<Collection<K>, Map<K, LookupResult<T>>> ask) {
    this.call = call;
    this.ask = ask;
    this.open = keys;
  }

  /** Asks for what is open, and finds out what then still is. */
  public BatchRetry<K, T> next() {
    var answered = ask.apply(open);
    answers.putAll(answered);
    open = answered
      .keySet()
      .stream()
      .filter(key -> mayPass(answered.get(key)))
      .toList();
    return this;
  }

  private boolean mayPass(@Nullable LookupResult<T> answer) {
    return answer instanceof LookupResult.Failed<T>(var failure) && RetryPolicy.allows(call, failure);
  }

  public boolean isOver() {
    return open.isEmpty();
  }

  /** What keeps the open ones open. */
  public List<EntraFailure> failures() {
    var failures = new ArrayList<EntraFailure>();
    for (var key : open) {
      if (answers.get(key) instanceof LookupResult.Failed<T>(var failure)) {
        failures.add(failure);
      }
    }
    return failures;
  }

  public Map<K, LookupResult<T>> answers() {
    return answers;
  }
}
