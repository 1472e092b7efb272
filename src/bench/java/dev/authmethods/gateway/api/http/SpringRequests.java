package dev.authmethods.gateway.api.http;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.Callers;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.access.security.CallerAuthentication;
import dev.authmethods.gateway.api.ApiSettings;
import dev.authmethods.gateway.api.limit.Limits;
import dev.authmethods.gateway.api.request.MemoryBudget;
import dev.authmethods.gateway.api.request.RequestMemory;
import dev.authmethods.gateway.api.request.RequestMethod;
import dev.authmethods.gateway.lookup.DataLoaders;
import graphql.ExecutionInput;
import graphql.GraphQL;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Gives an execution by Spring what the controllers and the engine need of a request, and a virtual thread. There is no admission
 * control, no limit of memory and no metric of GraphQL: what our endpoint does there is in its figures alone.
 */
@Component
@Profile("spring-handler")
class SpringRequests implements WebGraphQlInterceptor {

  private final Callers callers;
  private final ApiSettings settings;
  private final DataLoaders lookups;
  private final Map<Object, Object> limits;
  private final Scheduler virtualThreads;
  private final MemoryBudget unlimited = new MemoryBudget(Long.MAX_VALUE, Long.MAX_VALUE);

  SpringRequests(
    Callers callers,
    ApiSettings settings,
    DataLoaders lookups,
    Limits limits,
    @Qualifier("applicationTaskExecutor") Executor executor
  ) {
    this.callers = callers;
    this.settings = settings;
    this.lookups = lookups;
    this.limits = limits.ofTheEngine();
    this.virtualThreads = Schedulers.fromExecutor(executor);
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    var deadline = Instant.now().plus(settings.requestTimeout());
    return caller(request.getHeaders()).flatMap(caller -> {
      var call = new RequestContext(caller, deadline);
      request.configureExecutionInput((input, builder) -> input(builder, call));
      return chain.next(request).subscribeOn(virtualThreads);
    });
  }

  /** Spring Security knows it where it stands in front. */
  private Mono<Caller> caller(HttpHeaders headers) {
    return ReactiveSecurityContextHolder.getContext()
      .mapNotNull(context -> context.getAuthentication())
      .ofType(CallerAuthentication.class)
      .map(CallerAuthentication::caller)
      .switchIfEmpty(Mono.defer(() -> callers.of(headers.getOrEmpty(HttpHeaders.AUTHORIZATION))));
  }

  private ExecutionInput input(ExecutionInput.Builder builder, RequestContext call) {
    var input = builder
      .dataLoaderRegistry(lookups.of(call))
      .graphQLContext(limits)
      .graphQLContext(
        Map.of(
          RequestContext.class,
          call,
          RequestMethod.class,
          RequestMethod.POST,
          RequestMemory.class,
          new RequestMemory(unlimited)
        )
      )
      .build();
    GraphQL.unusualConfiguration(input.getGraphQLContext()).dataloaderConfig().enableDataLoaderChaining(true);
    return input;
  }
}
