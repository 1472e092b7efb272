package dev.authmethods.gateway.api.field;

import dev.authmethods.gateway.error.InvalidInputError;
import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLObjectType;
import graphql.validation.constraints.standard.ContainerSizeConstraint;
import graphql.validation.constraints.standard.PatternConstraint;
import graphql.validation.constraints.standard.RangeConstraint;
import graphql.validation.constraints.standard.SizeConstraint;
import graphql.validation.interpolation.MessageInterpolator;
import graphql.validation.rules.TargetedValidationRules;
import graphql.validation.rules.ValidationEnvironment;
import graphql.validation.rules.ValidationRules;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The constraint directives of the schema, run by the library that defines them.
 *
 * <p>The rules for a field are derived once. The library's own messages are not used: it evaluates them as an
 * expression language over text that contains the client's values.
 */
@Component
class Constraints {

  private static final MessageInterpolator WITHOUT_TEXT = Constraints::violation;

  private final ValidationRules rules = ValidationRules.newValidationRules()
    .clearRules()
    .addRules(new SizeConstraint(), new PatternConstraint(), new ContainerSizeConstraint(), new RangeConstraint())
    .build();
  private final Map<FieldCoordinates, OfField> byField = new ConcurrentHashMap<>();

  /** The constraints that the arguments of a field break. */
  List<InvalidInputError> check(DataFetchingEnvironment field) {
    var constraints = constraintsOf(field);
    return constraints.kept.by(field.getArguments()) ? List.of() : broken(constraints.rules, field);
  }

  private OfField constraintsOf(DataFetchingEnvironment field) {
    GraphQLObjectType type = field.getExecutionStepInfo().getObjectType();
    var definition = field.getFieldDefinition();
    return byField.computeIfAbsent(FieldCoordinates.coordinates(type, definition), _ ->
      new OfField(ConstraintFastPath.of(definition), rules.buildRulesFor(definition, type))
    );
  }

  private static List<InvalidInputError> broken(TargetedValidationRules rules, DataFetchingEnvironment field) {
    return rules
      .runValidationRules(field, WITHOUT_TEXT, Locale.ROOT)
      .stream()
      .map(violation -> error((Violation) violation, field.getExecutionStepInfo().getPath()))
      .toList();
  }

  private static GraphQLError violation(String template, Map<String, Object> values, ValidationEnvironment checked) {
    var bounds = Stream.of("min", "max").map(values::get).filter(Objects::nonNull).toList();
    return new Violation(checked.getValidatedPath(), String.valueOf(values.get("constraint")), bounds);
  }

  /** The library's path begins with the field's, alias and all; ours begins with the argument. */
  private static InvalidInputError error(Violation violation, ResultPath field) {
    var path = violation.at.toList().stream().skip(field.toList().size()).map(Object::toString).toList();
    return new InvalidInputError(path, violation.constraint, violation.bounds);
  }

  private record OfField(ConstraintFastPath kept, TargetedValidationRules rules) {}

  /** The value that the library gets in the place of an error with a text. */
  private record Violation(ResultPath at, String constraint, List<Object> bounds) implements GraphQLError {
    @Override
    public String getMessage() {
      return constraint;
    }

    @Override
    public List<SourceLocation> getLocations() {
      return List.of();
    }

    @Override
    public ErrorClassification getErrorType() {
      return ErrorType.ValidationError;
    }
  }
}
