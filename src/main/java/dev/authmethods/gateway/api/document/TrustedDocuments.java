package dev.authmethods.gateway.api.document;

import dev.authmethods.gateway.api.check.RequestProblems;
import dev.authmethods.gateway.api.error.ErrorCode;
import dev.authmethods.gateway.api.error.Messages;
import dev.authmethods.gateway.api.limit.Limits;
import dev.authmethods.gateway.api.request.GraphQlRequest;
import dev.authmethods.gateway.api.request.InvalidRequest;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.ParseAndValidate;
import graphql.execution.AbortExecutionException;
import graphql.schema.GraphQLSchema;
import graphql.validation.QueryComplexityLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/**
 * Documents that a client may request by their hash. If the gateway accepts trusted documents only, they are the only
 * ones. It never keeps a document that a client sends. All limits apply to trusted documents too: the gateway finds one
 * that it could not execute at the start.
 */
@Component
@EnableConfigurationProperties(TrustedDocumentSettings.class)
public class TrustedDocuments {

  private final boolean only;
  private final Messages texts;
  private final Map<String, String> byHash;
  private final Set<String> all;

  TrustedDocuments(
    TrustedDocumentSettings settings,
    GraphQlSource source,
    Limits limits,
    DocumentLimits documents,
    Messages texts
  ) {
    this.only = settings.only();
    this.texts = texts;
    this.byHash = listed(settings);
    this.all = new HashSet<>(byHash.values());
    var problems = byHash
      .entrySet()
      .stream()
      .flatMap(document -> new Examination(source.schema(), limits, documents).problem(document))
      .sorted()
      .toList();
    if (!problems.isEmpty()) {
      throw TrustedDocumentSettings.unusable(problems);
    }
  }

  private static Map<String, String> listed(TrustedDocumentSettings settings) {
    if (settings.location() != null) {
      return TrustedDocumentFile.read(settings.location());
    }
    if (settings.only()) {
      var problem = "gateway.api.trusted-documents.location is needed with gateway.api.trusted-documents.only=true";
      throw TrustedDocumentSettings.unusable(List.of(problem));
    }
    return Map.of();
  }

  /**
   * The text that is to be executed; an {@link AbortExecutionException} when there is none or the gateway does not
   * accept it, a {@link InvalidRequest} when the request names none.
   */
  public String text(GraphQlRequest request, Locale locale) {
    var id = request.documentId() == null ? request.persistedQuery() : request.documentId();
    return id == null ? sent(request.query(), locale) : named(request, TrustedDocumentFile.hash(id), locale);
  }

  private String sent(@Nullable String query, Locale locale) {
    if (query == null) {
      throw new InvalidRequest(
        InvalidRequest.Code.MISSING_QUERY,
        "The request needs a query, or the id of a trusted document."
      );
    }
    if (only && !all.contains(query)) {
      throw refusal(ErrorCode.DOCUMENT_NOT_TRUSTED, locale);
    }
    return query;
  }

  private String named(GraphQlRequest request, String hash, Locale locale) {
    if (request.query() == null) {
      return known(request, hash, locale);
    }
    if (!TrustedDocumentFile.hashOf(request.query()).equals(hash)) {
      throw refusal(ErrorCode.DOCUMENT_ID_MISMATCH, locale);
    }
    return sent(request.query(), locale);
  }

  /** Clients that persist queries by themselves send the text after this very code; others have nothing more to send. */
  private String known(GraphQlRequest request, String hash, Locale locale) {
    var text = byHash.get(hash);
    if (text == null) {
      var code = request.documentId() == null ? ErrorCode.PERSISTED_QUERY_NOT_FOUND : ErrorCode.DOCUMENT_NOT_TRUSTED;
      throw refusal(code, locale);
    }
    return text;
  }

  private AbortExecutionException refusal(ErrorCode code, Locale locale) {
    GraphQLError error = GraphqlErrorBuilder.newError()
      .message("%s", texts.of(code, locale))
      .locations(null)
      .errorType(code)
      .extensions(Map.of("code", code.name()))
      .build();
    return new AbortExecutionException(List.of(error));
  }

  /** Whether a document could be executed. */
  private record Examination(GraphQLSchema schema, Limits limits, DocumentLimits documents) {
    Stream<String> problem(Map.Entry<String, String> document) {
      return problems(document.getValue())
        .limit(1)
        .map(problem -> document.getKey() + ": " + problem);
    }

    private Stream<String> problems(String text) {
      try {
        return problemsOfReadable(documents.readable(text, Locale.ENGLISH));
      } catch (AbortExecutionException tooMuch) {
        return tooMuch.getUnderlyingErrors().stream().map(GraphQLError::getMessage);
      }
    }

    private Stream<String> problemsOfReadable(String text) {
      var input = ExecutionInput.newExecutionInput(text).graphQLContext(limits.ofTheEngine()).build();
      var parsed = ParseAndValidate.parse(input);
      if (parsed.isFailure()) {
        return Stream.of(Objects.requireNonNull(parsed.getSyntaxException()).getMessage());
      }
      var read = Objects.requireNonNull(parsed.getDocument());
      documents.check(read, Locale.ENGLISH);
      QueryComplexityLimits most = input.getGraphQLContext().get(QueryComplexityLimits.KEY);
      return Stream.concat(
        ParseAndValidate.validate(schema, read, _ -> true, Locale.ENGLISH, most)
          .stream()
          .map(GraphQLError::getMessage),
        new RequestProblems(schema, true)
          .of(read, text)
          .stream()
          .map(problem -> problem.reason().name())
      );
    }
  }
}
