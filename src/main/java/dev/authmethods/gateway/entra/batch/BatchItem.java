package dev.authmethods.gateway.entra.batch;

import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.guard.ThrottlePressure;
import dev.authmethods.gateway.entra.http.Claims;
import dev.authmethods.gateway.entra.http.ErrorBody;
import dev.authmethods.gateway.entra.http.GraphFailures;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * One answer of a batch, as it streams by. Its properties come in any order: a body that comes before what it takes to
 * understand it is kept until then.
 */
final class BatchItem<K, T> {

  private final Map<String, K> keys;
  private final Resource<K, T> resource;
  private @Nullable K key;
  private int status;
  private @Nullable String retryAfter;
  private @Nullable String requestId;
  private @Nullable String percentage;
  private @Nullable String claims;
  private String code = "";
  private @Nullable T value;
  private byte @Nullable [] early;

  private BatchItem(Map<String, K> keys, Resource<K, T> resource) {
    this.keys = keys;
    this.resource = resource;
  }

  static <K, T> BatchItem<K, T> read(JsonParser in, Map<String, K> keys, Resource<K, T> resource) {
    var item = new BatchItem<>(keys, resource);
    Json.enterObject(in);
    int depth = Json.depth(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      item.property(name, in);
      Json.leave(in, depth);
    }
    item.readEarly();
    return item;
  }

  /** The key that the answer belongs to; null when it belongs to none. */
  @Nullable
  K key() {
    return key;
  }

  /** The use of the tenant's limits that Microsoft reports; null when it reports nothing. */
  @Nullable
  String percentage() {
    return percentage;
  }

  LookupResult<T> answer() {
    if (!isSuccess()) {
      return new LookupResult.Failed<>(failure());
    }
    return value == null ? none() : new LookupResult.Found<>(value);
  }

  private EntraFailure failure() {
    return claims != null && Claims.canCome(status)
      ? new EntraFailure.ClaimsRequired(claims)
      : GraphFailures.of(status, retryAfter, code, requestId);
  }

  static <T> LookupResult<T> none() {
    return new LookupResult.Failed<>(new EntraFailure.Unavailable(false, null));
  }

  private boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  private void property(String name, JsonParser in) {
    switch (name) {
      case "id" -> key = keys.get(in.getValueAsString(""));
      case "status" -> status = in.getValueAsInt(0);
      case "headers" -> headers(in);
      case "body" -> body(in);
      default -> {
      }
    }
  }

  private void headers(JsonParser in) {
    if (!in.isExpectedStartObjectToken()) {
      return;
    }
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      if (name.equalsIgnoreCase("Retry-After")) {
        retryAfter = in.getValueAsString();
      } else if (name.equalsIgnoreCase("request-id")) {
        requestId = in.getValueAsString();
      } else if (name.equalsIgnoreCase(ThrottlePressure.HEADER)) {
        percentage = in.getValueAsString();
      } else if (name.equalsIgnoreCase("WWW-Authenticate")) {
        challenge(in);
      }
      in.skipChildren();
    }
  }

  /** A header that comes several times may be written as a list. */
  private void challenge(JsonParser in) {
    if (in.isExpectedStartArrayToken()) {
      Json.eachItem(in, this::challenge);
      return;
    }
    var challenge = Json.text(in);
    if (challenge != null && claims == null) {
      claims = Claims.in(List.of(challenge));
    }
  }

  private void body(JsonParser in) {
    if (key == null || status == 0) {
      early = Json.write(out -> out.copyCurrentStructure(in));
    } else {
      readBody(key, in);
    }
  }

  private void readEarly() {
    var asked = key;
    if (early != null && asked != null) {
      Json.read(early, in -> {
        readBody(asked, in);
        return asked;
      });
    }
  }

  /** An item that makes no sense does not affect the others; JSON that is broken ends them all. */
  private void readBody(K asked, JsonParser in) {
    try {
      if (isSuccess()) {
        value = resource.json().apply(asked, in);
      } else {
        code = ErrorBody.read(in).code();
      }
    } catch (JacksonException broken) {
      throw broken;
    } catch (RuntimeException notUnderstood) {
      value = null;
    }
  }
}
