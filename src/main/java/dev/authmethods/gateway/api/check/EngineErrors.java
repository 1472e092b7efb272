package dev.authmethods.gateway.api.check;

import dev.authmethods.gateway.api.problem.Problem;
import dev.authmethods.gateway.api.problem.ProblemList;
import dev.authmethods.gateway.api.problem.Reason;
import dev.authmethods.gateway.api.problem.Suggestion;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The errors that the engine finds in a document, which all have to be explained. */
final class EngineErrors {

  private EngineErrors() {}

  /** Adds the engine's problems that no other problem explains, each with the text of its type. */
  static void addUnexplained(List<ValidationError> errors, ProblemList problems) {
    errors
      .stream()
      .filter(error -> !problems.contains(explains(error)))
      .map(EngineErrors::problem)
      .forEach(problems::add);
  }

  private static Predicate<Problem> explains(ValidationError error) {
    var reasons = reasons(type(error));
    var places = places(error);
    return problem ->
      reasons.contains(problem.reason()) &&
      (places.isEmpty() ||
        Stream.concat(problem.locations().stream(), problem.around().stream()).anyMatch(places::contains));
  }

  /** Every fragment that leads to a circle gets an error, not only those within. */
  private static List<SourceLocation> places(ValidationError error) {
    return error.getLocations() == null || error.getValidationErrorType() == ValidationErrorType.FragmentCycle
      ? List.of()
      : error.getLocations().stream().filter(Objects::nonNull).toList();
  }

  private static Problem problem(ValidationError error) {
    var type = type(error);
    var locations =
      error.getLocations() == null
        ? List.<SourceLocation>of()
        : error.getLocations().stream().filter(Objects::nonNull).toList();
    var reason = reasons(type).stream().sorted().findFirst().orElse(Reason.INVALID_DOCUMENT);
    return new Problem(reason, key(type), List.of(), locations, List.of(), List.of(), Suggestion.NONE);
  }

  /** Errors of rules that are not the engine's have no type. */
  private static @Nullable ValidationErrorType type(ValidationError error) {
    return error.getValidationErrorType() instanceof ValidationErrorType type ? type : null;
  }

  /** Of the text that tells no more than what the engine checks. */
  static String key(@Nullable ValidationErrorType type) {
    return type == null ? "failure.GRAPHQL_VALIDATION_FAILED" : "validation." + type;
  }

  private static final Set<Reason> OF_VALUES = Set.of(
    Reason.WRONG_TYPE,
    Reason.WRONG_FORMAT,
    Reason.OUT_OF_RANGE,
    Reason.NULL_NOT_ALLOWED,
    Reason.MISSING_INPUT_FIELD,
    Reason.UNKNOWN_INPUT_FIELD,
    Reason.UNKNOWN_ENUM_VALUE,
    Reason.ENUM_VALUE_IN_QUOTES,
    Reason.NOT_ONE_OF,
    Reason.ONE_OF_IS_NULL
  );

  /** The reasons that explain a type of error; none for those that never come, or say nothing of the document. */
  static Set<Reason> reasons(@Nullable ValidationErrorType type) {
    return switch (type) {
      case null -> Set.of();
      case WrongType, BadValueForDefaultArg -> OF_VALUES;
      case UnknownType -> Set.of(Reason.UNKNOWN_TYPE);
      case SubselectionRequired -> Set.of(Reason.SELECTION_REQUIRED);
      case SubselectionNotAllowed -> Set.of(Reason.SELECTION_NOT_ALLOWED);
      case InvalidSyntax -> Set.of(Reason.SYNTAX_ERROR);
      case FieldUndefined -> Set.of(Reason.UNKNOWN_FIELD);
      case InlineFragmentTypeConditionInvalid, FragmentTypeConditionInvalid -> Set.of(Reason.FRAGMENT_ON_LEAF);
      case UnknownArgument -> Set.of(Reason.UNKNOWN_ARGUMENT, Reason.UNKNOWN_DIRECTIVE);
      case UndefinedFragment -> Set.of(Reason.UNKNOWN_FRAGMENT);
      case NonInputTypeOnVariable -> Set.of(Reason.NOT_AN_INPUT_TYPE);
      case UnusedFragment -> Set.of(Reason.UNUSED_FRAGMENT);
      case MissingFieldArgument -> Set.of(Reason.MISSING_ARGUMENT);
      case MissingDirectiveArgument -> Set.of(Reason.MISSING_DIRECTIVE_ARGUMENT);
      case VariableTypeMismatch -> Set.of(Reason.VARIABLE_OF_OTHER_TYPE);
      case UnknownDirective -> Set.of(Reason.UNKNOWN_DIRECTIVE, Reason.UNKNOWN_DIRECTIVE_ARGUMENT);
      case MisplacedDirective -> Set.of(Reason.MISPLACED_DIRECTIVE);
      case UndefinedVariable -> Set.of(Reason.UNDEFINED_VARIABLE);
      case UnusedVariable -> Set.of(Reason.UNUSED_VARIABLE);
      case FragmentCycle -> Set.of(Reason.FRAGMENT_CYCLE);
      case FieldsConflict -> Set.of(Reason.FIELD_CONFLICT);
      case InvalidFragmentType -> Set.of(Reason.IMPOSSIBLE_FRAGMENT);
      case LoneAnonymousOperationViolation -> Set.of(Reason.ANONYMOUS_OPERATION_NOT_ALONE);
      case NonExecutableDefinition -> Set.of(Reason.NOT_EXECUTABLE);
      case DuplicateOperationName -> Set.of(Reason.DUPLICATE_OPERATION);
      case DuplicateFragmentName -> Set.of(Reason.DUPLICATE_FRAGMENT);
      case DuplicateDirectiveName -> Set.of(Reason.DUPLICATE_DIRECTIVE);
      case DuplicateArgumentNames -> Set.of(Reason.DUPLICATE_ARGUMENT);
      case DuplicateIncrementalLabel -> Set.of(Reason.DUPLICATE_LABEL);
      case DuplicateVariableName -> Set.of(Reason.DUPLICATE_VARIABLE);
      case NullValueForNonNullArgument -> Set.of(Reason.NULL_NOT_ALLOWED);
      case SubscriptionMultipleRootFields -> Set.of(Reason.SUBSCRIPTION_NOT_ONE_FIELD);
      case SubscriptionIntrospectionRootField -> Set.of(Reason.SUBSCRIPTION_OF_INTROSPECTION);
      case UniqueObjectFieldName -> Set.of(Reason.DUPLICATE_INPUT_FIELD);
      case UnknownOperation -> Set.of(Reason.OPERATION_NOT_SUPPORTED);
      case MaxValidationErrorsReached -> Set.of(Reason.TOO_MANY_ERRORS);
      case DefaultForNonNullArgument, VariableNotAllowed, MaxQueryDepthExceeded, MaxQueryFieldsExceeded -> Set.of();
    };
  }
}
