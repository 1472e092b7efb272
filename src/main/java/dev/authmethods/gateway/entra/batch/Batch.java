package dev.authmethods.gateway.entra.batch;

import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.guard.CallCost;
import dev.authmethods.gateway.entra.guard.ThrottlePressure;
import dev.authmethods.gateway.entra.http.GraphRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** Up to 20 reads of one kind in one request. Source: https://learn.microsoft.com/graph/json-batching */
public final class Batch<K, T> {

  public static final int MAX_ITEMS = 20;

  private final List<K> keys;
  private final Resource<K, T> resource;
  private final ThrottlePressure pressure;

  public Batch(List<K> keys, Resource<K, T> resource, ThrottlePressure pressure) {
    this.keys = keys;
    this.resource = resource;
    this.pressure = pressure;
  }

  /** The request for {@code /$batch} that holds these reads. */
  public GraphRequest request() {
    return GraphRequest.post(CallCost.batch(resource.service(), keys.size()), "/$batch", this::write);
  }

  private void write(JsonGenerator out) {
    out.writeStartObject().writeArrayPropertyStart("requests");
    for (int id = 0; id < keys.size(); id++) {
      out
        .writeStartObject()
        .writeStringProperty("id", Integer.toString(id))
        .writeStringProperty("method", "GET")
        .writeStringProperty("url", resource.path().apply(keys.get(id)))
        .writeEndObject();
    }
    out.writeEndArray().writeEndObject();
  }

  /** The answer to each key; the first answer counts, and a key without one has no answer. */
  public Map<K, LookupResult<T>> read(JsonParser in) {
    var byId = byId();
    var answers = new HashMap<K, LookupResult<T>>();
    Json.forEach(in, "responses", each -> {
      var item = BatchItem.read(each, byId, resource);
      pressure.report(item.percentage());
      if (item.key() != null) {
        answers.putIfAbsent(item.key(), item.answer());
      }
    });
    return inOrder(answers);
  }

  private Map<K, LookupResult<T>> inOrder(Map<K, LookupResult<T>> answers) {
    var ordered = new LinkedHashMap<K, LookupResult<T>>();
    for (var key : keys) {
      var answer = answers.get(key);
      ordered.put(key, answer == null ? BatchItem.none() : answer);
    }
    return ordered;
  }

  private Map<String, K> byId() {
    var byId = new HashMap<String, K>();
    for (int id = 0; id < keys.size(); id++) {
      byId.put(Integer.toString(id), keys.get(id));
    }
    return byId;
  }
}
