package dev.authmethods.gateway.api.document;

import dev.authmethods.gateway.api.ApiSettings;
import dev.authmethods.gateway.api.check.RequestProblems;
import dev.authmethods.gateway.api.error.ErrorCode;
import dev.authmethods.gateway.api.error.Messages;
import dev.authmethods.gateway.api.problem.Problem;
import dev.authmethods.gateway.api.problem.Reason;
import dev.authmethods.gateway.api.problem.Suggestion;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.GraphqlErrorBuilder;
import graphql.InvalidSyntaxError;
import graphql.execution.AbortExecutionException;
import graphql.execution.NonNullableFieldWasNullError;
import graphql.execution.UnknownOperationException;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.language.Node;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Errors of the request itself, which never reach a field: each has a code and a text of the gateway. One about the
 * document or its variables also has a reason, a place and a suggestion. The gateway sends no text of the engine, since
 * these repeat the values that a client sent, and name internals.
 */
@Component
public class RequestErrors {

  private final Messages texts;
  private final boolean isSchemaTold;

  /** Names are not suggested where nobody may ask for them. */
  RequestErrors(Messages texts, ApiSettings settings, TrustedDocumentSettings trusted) {
    this.texts = texts;
    this.isSchemaTold = settings.introspection() && !trusted.only();
  }

  /** One that the engine does not find, about a part of the document. */
  static GraphQLError error(ErrorCode code, Messages texts, Locale locale, Node<?> part) {
    return GraphqlErrorBuilder.newError()
      .message("%s", texts.of(code, locale))
      .location(part.getSourceLocation())
      .errorType(code)
      .extensions(Map.of("code", code.name()))
      .build();
  }

  /**
   * Ends the request if the engine found errors in its document, or would find some only when it executes the document.
   */
  public void refuse(InstrumentationValidationParameters validated, List<ValidationError> errors) {
    var problems = new RequestProblems(validated.getSchema(), isSchemaTold);
    var input = validated.getExecutionInput();
    var found = errors.isEmpty()
      ? problems.of(validated.getDocument(), input.getQuery())
      : problems.of(validated.getDocument(), input.getQuery(), errors);
    if (!found.isEmpty()) {
      throw new AbortExecutionException(errors(ErrorCode.GRAPHQL_VALIDATION_FAILED, found, input.getLocale()));
    }
  }

  /** The same result, each of its errors with a code and a text of ours. */
  public ExecutionResult coded(ExecutionResult result, GraphQLSchema schema, ExecutionInput input) {
    if (result.getErrors().stream().noneMatch(RequestErrors::isWithoutCode)) {
      return result;
    }
    var problems = new RequestProblems(schema, isSchemaTold);
    var errors = result
      .getErrors()
      .stream()
      .flatMap(error -> isWithoutCode(error) ? coded(error, problems, input) : Stream.of(error))
      .toList();
    return result.transform(builder -> builder.errors(errors));
  }

  private static boolean isWithoutCode(GraphQLError error) {
    return error.getExtensions() == null || !error.getExtensions().containsKey("code");
  }

  /**
   * An exception of the engine, as opposed to an error that it reports, is about the variables, except for the choice
   * of the operation.
   */
  private Stream<GraphQLError> coded(GraphQLError error, RequestProblems problems, ExecutionInput input) {
    var locale = input.getLocale();
    return switch (error) {
      case InvalidSyntaxError syntax -> Stream.of(
        error(ErrorCode.GRAPHQL_PARSE_FAILED, RequestProblems.of(syntax), locale)
      );
      case UnknownOperationException _ -> Stream.of(unknownOperation(problems, input));
      case BadFaithIntrospectionError _ -> Stream.of(plain(ErrorCode.BAD_FAITH_INTROSPECTION, null, error, locale));
      case NonNullableFieldWasNullError _ -> Stream.of(plain(ErrorCode.INTERNAL_ERROR, null, error, locale));
      case GraphQLException _ -> ofVariables(error, problems, input);
      default -> Stream.of(plain(ErrorCode.GRAPHQL_VALIDATION_FAILED, Reason.INVALID_DOCUMENT, error, locale));
    };
  }

  private GraphQLError unknownOperation(RequestProblems problems, ExecutionInput input) {
    var document = DocumentCache.of(input);
    return document == null
      ? plain(ErrorCode.OPERATION_RESOLUTION_FAILURE, Reason.UNKNOWN_OPERATION, null, input.getLocale())
      : error(
          ErrorCode.OPERATION_RESOLUTION_FAILURE,
          problems.ofOperationName(document, input.getOperationName()),
          input.getLocale()
        );
  }

  private Stream<GraphQLError> ofVariables(GraphQLError error, RequestProblems problems, ExecutionInput input) {
    var document = DocumentCache.of(input);
    var found =
      document == null
        ? List.<Problem>of()
        : problems.ofVariables(document, input.getOperationName(), input.getVariables());
    return found.isEmpty()
      ? Stream.of(plain(ErrorCode.BAD_USER_INPUT, Reason.INVALID_VARIABLES, error, input.getLocale()))
      : errors(ErrorCode.BAD_USER_INPUT, found, input.getLocale()).stream();
  }

  /** One that nobody can tell more about. */
  private GraphQLError plain(ErrorCode code, @Nullable Reason reason, @Nullable GraphQLError error, Locale locale) {
    var plain = GraphqlErrorBuilder.newError()
      .message("%s", texts.of(code, locale))
      .locations(error == null ? null : error.getLocations())
      .errorType(code)
      .extensions(extensions(code, reason));
    return error == null || error.getPath() == null ? plain.build() : plain.path(error.getPath()).build();
  }

  private List<GraphQLError> errors(ErrorCode code, List<Problem> problems, Locale locale) {
    return problems
      .stream()
      .map(problem -> error(code, problem, locale))
      .toList();
  }

  private GraphQLError error(ErrorCode code, Problem problem, Locale locale) {
    var extensions = extensions(code, problem.reason());
    if (!problem.path().isEmpty()) {
      extensions.put("path", problem.path());
    }
    if (!problem.suggestion().names().isEmpty()) {
      extensions.put("suggestions", suggestions(problem.suggestion()));
    }
    return GraphqlErrorBuilder.newError()
      .message("%s", texts.of(problem, locale))
      .locations(problem.locations().isEmpty() ? null : problem.locations())
      .errorType(code)
      .extensions(extensions)
      .build();
  }

  private static Map<String, Object> extensions(ErrorCode code, @Nullable Reason reason) {
    var extensions = new LinkedHashMap<String, Object>();
    extensions.put("code", code.name());
    if (reason != null) {
      extensions.put("reason", reason.name());
    }
    return extensions;
  }

  /** As they can be put in the place of what was written. */
  private static List<String> suggestions(Suggestion suggestion) {
    return switch (suggestion.form()) {
      case NAME -> suggestion.names();
      case FRAGMENT -> suggestion.names().stream().map("... on "::concat).toList();
    };
  }
}
