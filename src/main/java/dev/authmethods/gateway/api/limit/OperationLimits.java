package dev.authmethods.gateway.api.limit;

import static java.util.function.Predicate.not;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.authmethods.gateway.api.error.ErrorCode;
import dev.authmethods.gateway.api.error.ExceededLimit;
import graphql.execution.ExecutionContext;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The limits of an operation with its variables, checked before anything is executed. The gateway derives everything
 * that follows from the document once, and keeps it as long as {@code DocumentCache} keeps the document.
 */
@Component
public class OperationLimits {

  private final Limits limits;
  private final Cache<OperationDefinition, Demand> demands = Caffeine.newBuilder().weakKeys().build();

  OperationLimits(Limits limits) {
    this.limits = limits;
  }

  /** Ends the request if it exceeds a limit. */
  public void check(ExecutionContext execution) {
    var demand = demands.get(execution.getOperationDefinition(), _ -> Demand.of(execution));
    var variables = execution.getCoercedVariables().toMap();
    var list = demand.lists.in(variables);
    var calls = demand.upstream.calls(variables);
    if (list > limits.settings().listItems() || calls > limits.settings().upstreamCalls()) {
      throw limits.refusal(excesses(list, calls), execution.getLocale());
    }
    if (demand.hasConditionalRoot) {
      checkRoot(execution, variables);
    }
  }

  /** {@code DocumentLimits} has counted the fields that are executed with any variables. */
  private void checkRoot(ExecutionContext execution, Map<String, Object> variables) {
    var operation = execution.getOperationDefinition();
    var excess = limits.ofRoot(operation, RootFields.of(operation, execution.getFragmentsByName(), variables).count());
    if (!excess.isNone()) {
      throw limits.refusal(List.of(excess), execution.getLocale());
    }
  }

  private List<ExceededLimit> excesses(long list, long calls) {
    return Stream.of(
      new ExceededLimit(ErrorCode.LIST_TOO_LONG, limits.settings().listItems(), list),
      new ExceededLimit(ErrorCode.TOO_COSTLY, limits.settings().upstreamCalls(), calls)
    )
      .filter(not(ExceededLimit::isNone))
      .toList();
  }

  /**
   * The demand of an operation, as far as its document tells.
   *
   * @param hasConditionalRoot whether variables decide which fields of its root are executed
   */
  private record Demand(LongestList lists, UpstreamEstimate upstream, boolean hasConditionalRoot) {
    static Demand of(ExecutionContext execution) {
      var always = RootFields.of(execution.getOperationDefinition(), execution.getDocument());
      return new Demand(LongestList.of(execution), UpstreamEstimate.of(execution), always.dependOnVariables());
    }
  }
}
