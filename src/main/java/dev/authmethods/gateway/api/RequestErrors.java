package dev.authmethods.gateway.api;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.validation.ValidationError;
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

  /** Names that a client makes up have no end of their own. */
  private static final int MAX_LENGTH = 500;

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
    return error.getExtensions() == null || !error.getExtensions().containsKey("code");
  }

  private static GraphQLError error(GraphQLError error) {
    var extensions = isOfTheRequest(error) ? Map.<String, Object>of("code", code(error).name()) : error.getExtensions();
    return GraphqlErrorBuilder.newError()
      .message("%s", cleaned(String.valueOf(error.getMessage())))
      .locations(error.getLocations())
      .errorType(error.getErrorType())
      .extensions(extensions)
      .build();
  }

  private static Failure code(GraphQLError error) {
    return error.getErrorType() instanceof ErrorType type ? code(type, error) : Failure.GRAPHQL_VALIDATION_FAILED;
  }

  /** What is of the type ValidationError and no such object is about the variables, or the operation's name. */
  private static Failure code(ErrorType type, GraphQLError error) {
    return switch (type) {
      case InvalidSyntax -> Failure.GRAPHQL_PARSE_FAILED;
      case OperationNotSupported -> Failure.GRAPHQL_VALIDATION_FAILED;
      case ValidationError -> error instanceof ValidationError
        ? Failure.GRAPHQL_VALIDATION_FAILED
        : Failure.BAD_USER_INPUT;
      case ExecutionAborted -> Failure.BAD_USER_INPUT;
      case DataFetchingException, NullValueInNonNullableField -> Failure.INTERNAL_ERROR;
    };
  }

  private static String cleaned(String message) {
    var discreet = INSIDE.matcher(PERHAPS_A_NUMBER.matcher(message).replaceAll("\u2026")).replaceAll("value");
    return discreet.length() <= MAX_LENGTH ? discreet : discreet.substring(0, MAX_LENGTH) + "\u2026";
  }
}
