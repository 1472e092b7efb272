package dev.authmethods.gateway.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** An event of the audit trail. */
public record AuditEvent(Type type, AuditAction action, AuditResult result) {
  private static final JsonMapper JSON = JsonMapper.builder()
    .changeDefaultPropertyInclusion(_ ->
      JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL)
    )
    .build();

  /** The types of events. */
  public enum Type {
    /** A write is about to be sent. */
    ATTEMPT,
    /** The outcome of a write is known, or will not be. */
    OUTCOME,
    /** The caller may not do it: nothing was sent. */
    DENIED,
    /** The answer is the outcome of an earlier request with the same idempotency key. */
    REPLAYED,
  }

  /** The members of its line, as JSON without the braces. */
  String members() {
    return "\"event\":\"" + type.name().toLowerCase(Locale.ROOT) + "\"," + members(action) + "," + members(result);
  }

  private static String members(Object part) {
    var object = JSON.writeValueAsString(part);
    return object.substring(1, object.length() - 1);
  }
}
