package dev.authmethods.gateway.api.execution;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.api.ApiSettings;
import dev.authmethods.gateway.api.document.RequestErrors;
import dev.authmethods.gateway.api.document.TrustedDocuments;
import dev.authmethods.gateway.api.limit.Limits;
import dev.authmethods.gateway.api.request.GraphQlRequest;
import dev.authmethods.gateway.api.request.RequestMemory;
import dev.authmethods.gateway.api.request.RequestMethod;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.lookup.DataLoaders;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionId;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLSchema;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Executes documents: tells every field who calls and until when, and sets the limits. */
@Component
@EnableConfigurationProperties(ApiSettings.class)
public class RequestExecutor {

  private final GraphQL engine;
  private final GraphQLSchema schema;
  private final RequestErrors errors;
  private final TrustedDocuments trusted;
  private final DataLoaders lookups;
  private final RequestMetrics requests;
  private final RunningExecutions underWay;
  private final Map<Object, Object> limits;
  private final Executor executor;

  RequestExecutor(
    GraphQlSource source,
    RequestErrors errors,
    TrustedDocuments trusted,
    DataLoaders lookups,
    RequestMetrics requests,
    RunningExecutions underWay,
    Limits limits,
    @Qualifier("applicationTaskExecutor") Executor executor
  ) {
    this.engine = source.graphQl();
    this.schema = source.schema();
    this.errors = errors;
    this.trusted = trusted;
    this.lookups = lookups;
    this.requests = requests;
    this.underWay = underWay;
    this.limits = limits.ofTheEngine();
    this.executor = executor;
  }

  /**
   * Reads a request and executes it, on a virtual thread. An {@link AuthenticationException} or {@code InvalidRequest} may come in the
   * place of a result. Nobody waiting any more cancels it, except for a write that is under way.
   */
  public Mono<ExecutedRequest> execute(
    Supplier<GraphQlRequest> asked,
    RequestContext call,
    RequestMemory memory,
    Locale locale
  ) {
    return Mono.create(sink ->
      executor.execute(() -> fromBeginToEnd(sink, memory, () -> run(asked, call, memory, locale, sink)))
    );
  }

  private void fromBeginToEnd(MonoSink<?> sink, RequestMemory memory, Supplier<CompletionStage<?>> work) {
    underWay.begin();
    memory.share();
    try {
      var _ = work.get().whenComplete((_, _) -> end(memory));
    } catch (Throwable fault) {
      end(memory);
      sink.error(new IllegalStateException(fault));
    }
  }

  private void end(RequestMemory memory) {
    underWay.end();
    memory.release();
  }

  /**
   * The client waits even if the work fails; an exception is wrapped, since Reactor gives up at errors of the virtual
   * machine.
   */
  private static void ending(MonoSink<?> sink, Runnable work) {
    try {
      work.run();
    } catch (Throwable fault) {
      sink.error(new IllegalStateException(fault));
    }
  }

  /**
   * A caller for whom Entra issues no token is answered so for the whole request, with the 401 that sign-in libraries look for;
   * but not when something was written for it, since they would repeat that.
   */
  private CompletionStage<?> run(
    Supplier<GraphQlRequest> asked,
    RequestContext call,
    RequestMemory memory,
    Locale locale,
    MonoSink<ExecutedRequest> sink
  ) {
    var began = System.nanoTime();
    try {
      var input = input(asked.get(), call, memory, locale);
      sink.onCancel(() -> abandon(call, input));
      return engine
        .executeAsync(input)
        .exceptionally(RequestExecutor::refused)
        .whenComplete((result, thrown) ->
          ending(sink, () -> {
            measure(began, OperationTypes.of(input), result, thrown);
            finish(sink, call, input, result, thrown);
          })
        );
    } catch (AbortExecutionException refused) {
      var result = refused.toExecutionResult();
      requests.answered(began, null, result);
      sink.success(new ExecutedRequest(result, call.upstream().summary()));
      return CompletableFuture.completedFuture(null);
    } catch (RuntimeException e) {
      requests.failed(began, null, e);
      sink.error(e);
      return CompletableFuture.completedFuture(null);
    }
  }

  private static void abandon(RequestContext call, ExecutionInput input) {
    call.abandon();
    input.cancel();
  }

  private ExecutionInput input(GraphQlRequest request, RequestContext call, RequestMemory memory, Locale locale) {
    var input = ExecutionInput.newExecutionInput()
      .query(trusted.text(request, locale))
      .operationName(request.operationName())
      .variables(request.variables())
      .locale(locale)
      .executionId(ExecutionId.from(call.id()))
      .dataLoaderRegistry(lookups.of(call))
      .graphQLContext(limits)
      .graphQLContext(
        Map.of(RequestContext.class, call, RequestMethod.class, request.method(), RequestMemory.class, memory)
      )
      .build();
    // Without it a field that asks one loader after another would wait for ever.
    GraphQL.unusualConfiguration(input.getGraphQLContext()).dataloaderConfig().enableDataLoaderChaining(true);
    return input;
  }

  /** The engine throws some errors of a request. */
  private static ExecutionResult refused(Throwable thrown) {
    if (cause(thrown) instanceof GraphQLError error) {
      return ExecutionResult.newExecutionResult().addError(error).build();
    }
    throw new CompletionException(cause(thrown));
  }

  private static Throwable cause(Throwable thrown) {
    return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
  }

  private void measure(
    long began,
    @Nullable Operation operation,
    @Nullable ExecutionResult result,
    @Nullable Throwable thrown
  ) {
    if (result != null) {
      requests.answered(began, operation, result);
    } else {
      requests.failed(began, operation, cause(Objects.requireNonNull(thrown)));
    }
  }

  private void finish(
    MonoSink<ExecutedRequest> sink,
    RequestContext call,
    ExecutionInput input,
    @Nullable ExecutionResult result,
    @Nullable Throwable thrown
  ) {
    var refusal = refusal(call, input);
    if (refusal != null) {
      sink.error(refusal);
    } else if (result != null) {
      sink.success(new ExecutedRequest(errors.coded(result, schema, input), call.upstream().summary()));
    } else {
      sink.error(cause(Objects.requireNonNull(thrown)));
    }
  }

  private static @Nullable AuthenticationException refusal(RequestContext call, ExecutionInput input) {
    EntraFailure.SignInFailure failed = input.getGraphQLContext().get(EntraFailure.SignInFailure.class);
    return failed == null || call.wrote().get() ? null : failed.refusal();
  }
}
