package dev.authmethods.gateway.api.limit;

import dev.authmethods.gateway.api.error.ErrorCode;
import dev.authmethods.gateway.api.error.ExceededLimit;
import dev.authmethods.gateway.api.error.Messages;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.language.OperationDefinition;
import graphql.org.antlr.v4.runtime.TokenSource;
import graphql.parser.ParserOptions;
import graphql.parser.SafeTokenSource;
import graphql.validation.QueryComplexityLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The limits of {@link LimitSettings}: those that the engine keeps itself, and the errors for exceeding any of them.
 */
@Component
@EnableConfigurationProperties(LimitSettings.class)
public class Limits {

  /** Documents that people can read have about as many blanks as tokens; indented deeply, a few times as many. */
  private static final int BLANKS_FOR_EACH_TOKEN = 10;

  private final LimitSettings settings;
  private final Messages texts;
  private final ParserOptions parsing;
  private final QueryComplexityLimits validation;

  public Limits(LimitSettings settings, Messages texts) {
    this.settings = settings;
    this.texts = texts;
    this.parsing = parsing(settings);
    this.validation = QueryComplexityLimits.newLimits()
      .maxDepth(settings.depth())
      .maxFieldsCount(settings.fields())
      .build();
  }

  /** How many characters there are the body's limit decides. */
  private static ParserOptions parsing(LimitSettings settings) {
    return ParserOptions.getDefaultOperationParserOptions().transform(options ->
      options
        .maxCharacters(Integer.MAX_VALUE)
        .maxTokens(settings.tokens())
        .maxWhitespaceTokens((int) Math.min(Integer.MAX_VALUE, (long) settings.tokens() * BLANKS_FOR_EACH_TOKEN))
    );
  }

  /** The settings of these limits. */
  public LimitSettings settings() {
    return settings;
  }

  /** The values that the engine needs with each request. */
  public Map<Object, Object> ofTheEngine() {
    return Map.of(ParserOptions.class, parsing, QueryComplexityLimits.KEY, validation);
  }

  /** Ends the request when it reads more tokens than the parser would. */
  public TokenSource limiting(TokenSource tokens, Locale locale) {
    return new SafeTokenSource(tokens, parsing.getMaxTokens(), parsing.getMaxWhitespaceTokens(), (_, _) -> {
      throw refusal(List.of(new ExceededLimit(ErrorCode.TOO_MANY_TOKENS, settings.tokens(), null)), locale);
    });
  }

  /** How many fields of its root an operation executes, with the limit. */
  public ExceededLimit ofRoot(OperationDefinition operation, long found) {
    return operation.getOperation() == OperationDefinition.Operation.MUTATION
      ? new ExceededLimit(ErrorCode.TOO_MANY_ROOT_FIELDS, "TOO_MANY_MUTATIONS", settings.mutations(), found)
      : new ExceededLimit(ErrorCode.TOO_MANY_ROOT_FIELDS, settings.rootFields(), found);
  }

  /** Ends a request that goes beyond at least one limit, with an error for each. */
  public AbortExecutionException refusal(List<ExceededLimit> excesses, Locale locale) {
    return new AbortExecutionException(
      excesses
        .stream()
        .map(excess -> error(excess, locale))
        .toList()
    );
  }

  private GraphQLError error(ExceededLimit excess, Locale locale) {
    var extensions = new LinkedHashMap<String, Object>();
    extensions.put("code", excess.code().name());
    extensions.put("limit", excess.limit());
    if (excess.found() != null) {
      extensions.put("found", excess.found());
    }
    return GraphqlErrorBuilder.newError()
      .message("%s", texts.of(excess, locale))
      .locations(null)
      .errorType(excess.code())
      .extensions(extensions)
      .build();
  }
}
