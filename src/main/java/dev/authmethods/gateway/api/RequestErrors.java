package dev.authmethods.gateway.api;

import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.GraphqlErrorBuilder;
import graphql.InvalidSyntaxError;
import graphql.execution.UnknownOperationException;
import graphql.introspection.IntrospectionDisabledError;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives errors of the request itself, which never reach a field, a code, and takes out of their texts what may be a phone
 * number or a name of the gateway's inside.
 */
@Component
class RequestErrors implements WebGraphQlInterceptor {

  private static final Pattern PERHAPS_A_NUMBER = Pattern.compile("[+\uFF0B]?\\p{Nd}[\\p{Nd}\\s().x/\\-]{3,}");
  private static final Pattern INSIDE = Pattern.compile(
    "\\b(?:[a-z]+\\.)+[A-Z]\\w*|\\b(?:Linked)?HashMap\\b|\\bArrayList\\b"
  );

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    return chain.next(request).map(RequestErrors::rewritten);
  }

  private static WebGraphQlResponse rewritten(WebGraphQlResponse response) {
    var errors = response.getExecutionResult().getErrors();
    return errors.stream().noneMatch(RequestErrors::isOfTheRequest)
      ? response
      : response.transform(builder -> builder.errors(errors.stream().map(RequestErrors::error).toList()));
  }

  private static boolean isOfTheRequest(GraphQLError error) {
    return error.getPath() == null || error.getPath().isEmpty();
  }

  private static GraphQLError error(GraphQLError error) {
    return isOfTheRequest(error)
      ? GraphqlErrorBuilder.newError()
          .message("%s", cleaned(error.getMessage()))
          .locations(error.getLocations())
          .errorType(error.getErrorType())
          .extensions(Map.of("code", code(error).name()))
          .build()
      : error;
  }

  /** What the engine throws rather than reports is about the variables, except for the choice of the operation. */
  private static Failure code(GraphQLError error) {
    return switch (error) {
      case InvalidSyntaxError _ -> Failure.GRAPHQL_PARSE_FAILED;
      case IntrospectionDisabledError _ -> Failure.INTROSPECTION_DISABLED;
      case UnknownOperationException _ -> Failure.OPERATION_RESOLUTION_FAILURE;
      case GraphQLException _ -> Failure.BAD_USER_INPUT;
      default -> Failure.GRAPHQL_VALIDATION_FAILED;
    };
  }

  private static String cleaned(String message) {
    return INSIDE.matcher(PERHAPS_A_NUMBER.matcher(message).replaceAll("\u2026")).replaceAll("value");
  }
}
