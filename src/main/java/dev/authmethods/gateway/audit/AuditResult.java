package dev.authmethods.gateway.audit;

import dev.authmethods.gateway.access.WriteIds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision, and the outcome.
 *
 * @param decision         {@code allowed}, or {@code denied} by the gateway or by Microsoft Graph
 * @param errors           the codes of the errors in the answer; null in an attempt
 * @param rule             the rule of the gateway that protects the user; null when none does
 * @param outcome          what became of the write, in the words of the metric {@code gateway.writes}; null when there is none
 * @param confirmation     how the gateway knows that the change was made; null when it was not
 * @param replayed         whether it is the change of an earlier request; null when that does not matter
 * @param sendings         how often the write was sent; null when it was not
 * @param clientRequestIds the gateway's ids of the sendings, {@code client-request-id}; null when there are none
 * @param requestIds       Microsoft's ids of the sendings that were answered, {@code request-id}; null when there are none
 */
public record AuditResult(
  String decision,
  @Nullable List<String> errors,
  @Nullable String rule,
  @Nullable String outcome,
  @Nullable String confirmation,
  @Nullable Boolean replayed,
  @Nullable Integer sendings,
  @Nullable List<String> clientRequestIds,
  @Nullable List<String> requestIds
) {
  /** Nothing forbids it. */
  public static final AuditResult ALLOWED = new AuditResult("allowed", null, null, null, null, null, null, null, null);

  /** These errors forbid it. */
  public static AuditResult denied(List<String> errors, @Nullable String rule) {
    return new AuditResult("denied", errors, rule, null, null, null, null, null, null);
  }

  /** It was done before, with this result. */
  public static AuditResult replayed(List<String> errors, @Nullable String confirmation) {
    return new AuditResult("allowed", errors, null, null, confirmation, true, null, null, null);
  }

  /** The outcome of a write. */
  public static AuditResult of(
    boolean isDenied,
    List<String> errors,
    String outcome,
    @Nullable String confirmation,
    boolean replayed,
    WriteIds sent
  ) {
    var decision = isDenied ? "denied" : "allowed";
    var ids = sent.clientRequestIds();
    return new AuditResult(decision, errors, null, outcome, confirmation, replayed, ids.size(), ids, sent.requestIds());
  }
}
