package dev.authmethods.gateway.api.error;

import dev.authmethods.gateway.api.check.RequestProblems;
import dev.authmethods.gateway.api.problem.Problem;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.InvalidInputError;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.OneOfNullValueException;
import graphql.execution.OneOfTooManyKeysException;
import graphql.schema.DataFetchingEnvironment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Turns what a field throws into a GraphQL error: a code, a text of ours, and for faults of the gateway the id under which the
 * log knows more. Nothing of the exception's own text goes out, nor into the log, since it may contain a number.
 */
@Component
public class FieldErrors implements DataFetcherExceptionResolver, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(FieldErrors.class);

  private final Messages texts;

  FieldErrors(Messages texts) {
    this.texts = texts;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Mono<List<GraphQLError>> resolveException(Throwable thrown, DataFetchingEnvironment field) {
    return Mono.just(List.of(error(unwrapped(thrown), field)));
  }

  private static Throwable unwrapped(Throwable thrown) {
    return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
  }

  private GraphQLError error(Throwable thrown, DataFetchingEnvironment field) {
    return switch (thrown) {
      case InvalidQueryArguments broken -> invalidInput(broken, field);
      // If a variable names a part of a reference, only its value shows whether the reference names exactly one thing.
      // So it is with null for an argument that has a default and takes no null.
      case
        OneOfNullValueException _,
        OneOfTooManyKeysException _,
        NonNullableValueCoercedAsNullException _ -> badUserInput(field);
      case EntraFailure.SignInFailure failed -> signInFailed(failed, field);
      case EntraFailure.Misconfigured unset -> error(
        field,
        ErrorCode.GATEWAY_CONFIGURATION,
        Map.of(
          "category",
          ErrorCategory.CONFIGURATION.name(),
          "retryable",
          false,
          "missingPermissions",
          unset.missingPermissions()
        )
      );
      case EntraFailure.Refused refused when refused.status() != 403 -> error(
        field,
        ErrorCode.UPSTREAM_REFUSED,
        Map.of("upstreamCode", refused.code())
      );
      case EntraFailure failure -> error(field, code(failure), wait(failure));
      // Nobody is listening any more; a write that was sent is still finished.
      case AbortExecutionException _ -> error(field, ErrorCode.CANCELLED, Map.of());
      default -> fault(thrown, field);
    };
  }

  private static ErrorCode code(EntraFailure failure) {
    return switch (failure) {
      case EntraFailure.Throttled _ -> ErrorCode.UPSTREAM_THROTTLED;
      case EntraFailure.Refused _ -> ErrorCode.PERMISSION_DENIED;
      case EntraFailure.Unavailable _ -> ErrorCode.UPSTREAM_UNAVAILABLE;
      case EntraFailure.SignInFailure _ -> ErrorCode.UNAUTHENTICATED;
      case EntraFailure.Misconfigured _ -> ErrorCode.GATEWAY_CONFIGURATION;
    };
  }

  /** Whole seconds, as in the header {@code Retry-After}: rather one too many than one too few. */
  private static Map<String, Object> wait(EntraFailure failure) {
    var wait = failure.retryAfter();
    return wait == null ? Map.of() : Map.of(RetryAfterHeader.SECONDS, Math.ceilDiv(wait.toMillis(), 1_000));
  }

  private GraphQLError badUserInput(DataFetchingEnvironment field) {
    return new RequestProblems(field.getGraphQLSchema(), false)
      .ofArguments(field.getFieldDefinition(), field.getField(), field.getVariables())
      .stream()
      .findFirst()
      .map(problem -> error(field, ErrorCode.BAD_USER_INPUT, problem))
      .orElseGet(() -> error(field, ErrorCode.BAD_USER_INPUT, Map.of()));
  }

  private GraphQLError error(DataFetchingEnvironment field, ErrorCode code, Problem problem) {
    var details = Map.<String, Object>of("reason", problem.reason().name(), "path", problem.path());
    return error(field, code, details, texts.of(problem, field.getLocale()));
  }

  private GraphQLError invalidInput(InvalidQueryArguments broken, DataFetchingEnvironment field) {
    var violations = broken
      .violations()
      .stream()
      .map(error -> details(error, field.getLocale()))
      .toList();
    return error(field, ErrorCode.INVALID_INPUT, Map.of("violations", violations));
  }

  private Map<String, Object> details(InvalidInputError error, Locale locale) {
    return Map.of("path", error.path(), "constraint", error.constraint(), "message", texts.of(error, locale));
  }

  /** Leaves the failure for {@code RequestExecutor}, which answers the whole request with it if possible. */
  private GraphQLError signInFailed(EntraFailure.SignInFailure failed, DataFetchingEnvironment field) {
    field.getGraphQlContext().put(EntraFailure.SignInFailure.class, failed);
    return switch (failed) {
      case EntraFailure.ClaimsRequired more -> error(field, ErrorCode.CLAIMS_REQUIRED, Map.of("claims", more.claims()));
      case EntraFailure.Blocked _ -> error(field, ErrorCode.ACCESS_BLOCKED, Map.of());
      case EntraFailure.TokenRejected _, EntraFailure.SignInInsufficient _ -> error(
        field,
        ErrorCode.UNAUTHENTICATED,
        Map.of()
      );
    };
  }

  private GraphQLError fault(Throwable thrown, DataFetchingEnvironment field) {
    var id = field.getExecutionId().toString();
    LOG.error("Fault {} at {}: {}", id, field.getExecutionStepInfo().getPath().getKeysOnly(), trace(thrown));
    return error(field, ErrorCode.INTERNAL_ERROR, Map.of("correlationId", id));
  }

  /** The stack trace, without the messages. */
  public static String trace(Throwable thrown) {
    var frames = Arrays.stream(thrown.getStackTrace()).limit(20).map(Object::toString);
    var cause = thrown.getCause() == null ? "" : "\n  caused by " + trace(thrown.getCause());
    return thrown.getClass().getName() + frames.collect(Collectors.joining("\n    at ", "\n    at ", "")) + cause;
  }

  private GraphQLError error(DataFetchingEnvironment field, ErrorCode code, Map<String, Object> details) {
    return error(field, code, details, texts.of(code, field.getLocale()));
  }

  private static GraphQLError error(
    DataFetchingEnvironment field,
    ErrorCode code,
    Map<String, Object> details,
    String message
  ) {
    var extensions = new LinkedHashMap<String, Object>();
    extensions.put("code", code.name());
    extensions.putAll(details);
    return GraphqlErrorBuilder.newError(field).message("%s", message).errorType(code).extensions(extensions).build();
  }
}
