package dev.authmethods.gateway.api;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.GraphqlErrorBuilder;
import graphql.InvalidSyntaxError;
import graphql.execution.NonNullableFieldWasNullError;
import graphql.execution.UnknownOperationException;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.language.Node;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Gives errors of the request itself, which never reach a field, a code, and takes out of their texts what may be a phone
 * number or a name of the gateway's inside.
 */
final class RequestErrors {

  private static final Pattern PERHAPS_A_NUMBER = Pattern.compile("[+\uFF0B]?\\p{Nd}(?:[\\s().x/\\-]*\\p{Nd}){4,}");
  private static final Pattern INSIDE = Pattern.compile(
    "\\b(?:[a-z]+\\.)+[A-Z]\\w*|\\b(?:Linked)?HashMap\\b|\\bArrayList\\b"
  );

  /** Names that a client makes up have no end of their own. */
  private static final int MAX_LENGTH = 500;

  private RequestErrors() {}

  /** The same result, each of its errors with a code. */
  static ExecutionResult coded(ExecutionResult result) {
    return result.getErrors().stream().noneMatch(RequestErrors::isWithoutCode)
      ? result
      : result.transform(builder -> builder.errors(result.getErrors().stream().map(RequestErrors::error).toList()));
  }

  /** One that the engine does not find, about a part of the document. */
  static GraphQLError error(Failure code, Texts texts, Locale locale, Node<?> part) {
    return GraphqlErrorBuilder.newError()
      .message("%s", texts.of(code, locale))
      .location(part.getSourceLocation())
      .errorType(code)
      .extensions(Map.of("code", code.name()))
      .build();
  }

  private static boolean isWithoutCode(GraphQLError error) {
    return error.getExtensions() == null || !error.getExtensions().containsKey("code");
  }

  private static GraphQLError error(GraphQLError error) {
    return isWithoutCode(error) ? withCode(error) : error;
  }

  private static GraphQLError withCode(GraphQLError error) {
    var coded = GraphqlErrorBuilder.newError()
      .message("%s", cleaned(error.getMessage()))
      .locations(error.getLocations())
      .errorType(error.getErrorType())
      .extensions(Map.of("code", code(error).name()));
    return error.getPath() == null ? coded.build() : coded.path(error.getPath()).build();
  }

  /** What the engine throws rather than reports is about the variables, except for the choice of the operation. */
  private static Failure code(GraphQLError error) {
    return switch (error) {
      case InvalidSyntaxError _ -> Failure.GRAPHQL_PARSE_FAILED;
      case UnknownOperationException _ -> Failure.OPERATION_RESOLUTION_FAILURE;
      case BadFaithIntrospectionError _ -> Failure.BAD_FAITH_INTROSPECTION;
      case NonNullableFieldWasNullError _ -> Failure.INTERNAL_ERROR;
      case GraphQLException _ -> Failure.BAD_USER_INPUT;
      default -> Failure.GRAPHQL_VALIDATION_FAILED;
    };
  }

  /** Cut first: what looks for numbers goes as deep as a number is long. */
  private static String cleaned(String message) {
    var cut = message.length() <= MAX_LENGTH ? message : message.substring(0, MAX_LENGTH) + "\u2026";
    return INSIDE.matcher(PERHAPS_A_NUMBER.matcher(cut).replaceAll("\u2026")).replaceAll("value");
  }
}
