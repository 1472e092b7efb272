package dev.authmethods.gateway.api;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.graphql.ResponseError;
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
    return response.getErrors().stream().noneMatch(RequestErrors::isOfTheRequest)
      ? response
      : response.transform(builder -> builder.errors(response.getErrors().stream().map(RequestErrors::error).toList()));
  }

  private static boolean isOfTheRequest(ResponseError error) {
    return error.getErrorType() instanceof ErrorType;
  }

  private static GraphQLError error(ResponseError error) {
    var extensions = isOfTheRequest(error) ? Map.<String, Object>of("code", code(error).name()) : error.getExtensions();
    return GraphqlErrorBuilder.newError()
      .message("%s", cleaned(String.valueOf(error.getMessage())))
      .locations(error.getLocations())
      .errorType(error.getErrorType())
      .extensions(extensions)
      .build();
  }

  private static Failure code(ResponseError error) {
    return switch ((ErrorType) error.getErrorType()) {
      case InvalidSyntax -> Failure.GRAPHQL_PARSE_FAILED;
      case ValidationError, OperationNotSupported -> Failure.GRAPHQL_VALIDATION_FAILED;
      case ExecutionAborted, DataFetchingException, NullValueInNonNullableField -> Failure.BAD_USER_INPUT;
    };
  }

  private static String cleaned(String message) {
    return INSIDE.matcher(PERHAPS_A_NUMBER.matcher(message).replaceAll("\u2026")).replaceAll("value");
  }
}
