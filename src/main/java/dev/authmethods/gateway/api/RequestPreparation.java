package dev.authmethods.gateway.api;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.access.CallerAuthentication;
import dev.authmethods.gateway.access.ClaimsChallenge;
import dev.authmethods.gateway.entra.EntraFailure;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.introspection.Introspection;
import graphql.validation.QueryComplexityLimits;
import java.time.Instant;
import org.springframework.core.Ordered;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells every field who calls and until when, sets the limits of the document, and lets a claims challenge through. */
@Component
class RequestPreparation implements WebGraphQlInterceptor, Ordered {

  private final ApiSettings settings;
  private final QueryComplexityLimits limits;

  RequestPreparation(ApiSettings settings) {
    this.settings = settings;
    this.limits = QueryComplexityLimits.newLimits()
      .maxDepth(settings.maxDepth())
      .maxFieldsCount(settings.maxFields())
      .build();
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    return ReactiveSecurityContextHolder.getContext()
      .mapNotNull(context -> (CallerAuthentication) context.getAuthentication())
      .map(caller -> new Call(caller.caller(), Instant.now().plus(settings.requestTimeout())))
      .doOnNext(call -> request.configureExecutionInput((input, builder) -> prepared(input, call)))
      .switchIfEmpty(Mono.error(() -> new AuthenticationCredentialsNotFoundException("No caller")))
      .flatMap(call -> chain.next(request).flatMap(response -> unlessChallenged(response, call)));
  }

  private ExecutionInput prepared(ExecutionInput input, Call call) {
    var context = input.getGraphQLContext();
    context.put(Call.class, call);
    context.put(QueryComplexityLimits.KEY, limits);
    context.put(Introspection.INTROSPECTION_DISABLED, !settings.introspection());
    // Without it a field that asks one loader after another would wait for ever.
    GraphQL.unusualConfiguration(context).dataloaderConfig().enableDataLoaderChaining(true);
    return input;
  }

  /**
   * The whole request is answered with 401, which is what sign-in libraries look for; but not when something was written for
   * it, since they would repeat that.
   */
  private static Mono<WebGraphQlResponse> unlessChallenged(WebGraphQlResponse response, Call call) {
    EntraFailure.ClaimsRequired challenge = response
      .getExecutionInput()
      .getGraphQLContext()
      .get(EntraFailure.ClaimsRequired.class);
    return challenge == null || call.wrote().get()
      ? Mono.just(response)
      : Mono.error(new ClaimsChallenge(challenge.claims()));
  }
}
