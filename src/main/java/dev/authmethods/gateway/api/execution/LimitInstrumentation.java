package dev.authmethods.gateway.api.execution;

import dev.authmethods.gateway.api.document.DocumentLimits;
import dev.authmethods.gateway.api.document.RequestErrors;
import dev.authmethods.gateway.api.error.ErrorCode;
import dev.authmethods.gateway.api.error.ExceededLimit;
import dev.authmethods.gateway.api.limit.Limits;
import dev.authmethods.gateway.api.limit.OperationLimits;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.Document;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import graphql.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource.SchemaResourceBuilder;
import org.springframework.stereotype.Component;

/**
 * The points at which the engine, on its way from a text to its execution, ends a request that asks for too much.
 *
 * <p>No bean of type {@link Instrumentation}: Spring would put it in a chain, which costs something for each field. If
 * there are such beans, this one joins them.
 */
@Component
class LimitInstrumentation implements GraphQlSourceBuilderCustomizer {

  /** More help nobody, and cost the time to find them. */
  private static final int MAX_VALIDATION_ERRORS = 20;

  private final Limits limits;
  private final DocumentLimits documents;
  private final OperationLimits operations;
  private final RequestErrors errors;
  private final List<Instrumentation> others;

  LimitInstrumentation(
    Limits limits,
    DocumentLimits documents,
    OperationLimits operations,
    RequestErrors errors,
    ObjectProvider<Instrumentation> others
  ) {
    this.limits = limits;
    this.documents = documents;
    this.operations = operations;
    this.errors = errors;
    this.others = others.orderedStream().toList();
  }

  /** The number of errors the engine knows for the whole process only. */
  @Override
  public void customize(SchemaResourceBuilder builder) {
    Validator.setMaxValidationErrors(MAX_VALIDATION_ERRORS);
    builder.configureGraphQl(engine -> engine.instrumentation(besideOthers(new Stops())));
  }

  private Instrumentation besideOthers(Instrumentation stops) {
    return others.isEmpty()
      ? stops
      : new ChainedInstrumentation(Stream.concat(others.stream(), Stream.of(stops)).toList());
  }

  private void afterParsing(@Nullable Throwable refused, Locale locale) {
    if (refused instanceof ParseCancelledTooDeepException) {
      throw refusal(ErrorCode.TOO_DEEP, limits.settings().depth(), locale);
    }
    if (refused instanceof ParseCancelledException) {
      throw refusal(ErrorCode.TOO_MANY_TOKENS, limits.settings().tokens(), locale);
    }
  }

  private void afterValidation(
    InstrumentationValidationParameters validated,
    @Nullable List<ValidationError> found,
    Locale locale
  ) {
    if (found == null) {
      return;
    }
    if (isAmong(found, ValidationErrorType.MaxQueryDepthExceeded)) {
      throw refusal(ErrorCode.TOO_DEEP, limits.settings().depth(), locale);
    }
    if (isAmong(found, ValidationErrorType.MaxQueryFieldsExceeded)) {
      throw refusal(ErrorCode.TOO_MANY_FIELDS, limits.settings().fields(), locale);
    }
    errors.refuse(validated, found);
  }

  private static boolean isAmong(List<ValidationError> errors, ValidationErrorType type) {
    return errors.stream().anyMatch(error -> error.getValidationErrorType() == type);
  }

  /** The engine stops at the limit, so nobody knows how far the document would have gone. */
  private AbortExecutionException refusal(ErrorCode code, int limit, Locale locale) {
    return limits.refusal(List.of(new ExceededLimit(code, limit, null)), locale);
  }

  private final class Stops extends SimplePerformantInstrumentation {

    @Override
    public InstrumentationContext<Document> beginParse(
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state
    ) {
      var locale = parameters.getExecutionInput().getLocale();
      return SimpleInstrumentationContext.whenCompleted((_, refused) -> afterParsing(refused, locale));
    }

    @Override
    public DocumentAndVariables instrumentDocumentAndVariables(
      DocumentAndVariables given,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state
    ) {
      documents.check(given.getDocument(), parameters.getExecutionInput().getLocale());
      return given;
    }

    @Override
    public InstrumentationContext<List<ValidationError>> beginValidation(
      InstrumentationValidationParameters parameters,
      @Nullable InstrumentationState state
    ) {
      var locale = parameters.getExecutionInput().getLocale();
      return SimpleInstrumentationContext.whenCompleted((found, _) -> afterValidation(parameters, found, locale));
    }

    @Override
    public ExecutionContext instrumentExecutionContext(
      ExecutionContext execution,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state
    ) {
      OperationTypes.note(execution);
      operations.check(execution);
      return execution;
    }
  }
}
