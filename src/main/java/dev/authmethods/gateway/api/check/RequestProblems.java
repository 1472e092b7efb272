package dev.authmethods.gateway.api.check;

import dev.authmethods.gateway.api.problem.CloseNames;
import dev.authmethods.gateway.api.problem.GivenValue;
import dev.authmethods.gateway.api.problem.Problem;
import dev.authmethods.gateway.api.problem.ProblemList;
import dev.authmethods.gateway.api.problem.Reason;
import dev.authmethods.gateway.api.problem.ShownName;
import dev.authmethods.gateway.api.problem.ValuePath;
import graphql.InvalidSyntaxError;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is wrong with a request that the engine refused, at most {@value ProblemList#MAX} problems.
 *
 * @param isSchemaTold whether its names may be suggested
 */
public record RequestProblems(GraphQLSchema schema, boolean isSchemaTold) {
  private static final String END = "<EOF>";

  /** Of a document without either nothing is found that the engine does not find: most are not looked through again. */
  private static final String NULL = "null";
  private static final String DIRECTIVE = "@";

  private static final Set<Reason> NOT_FOUND_BY_THE_ENGINE = Set.of(Reason.ONE_OF_IS_NULL, Reason.UNKNOWN_DIRECTIVE);

  /**
   * The problems of a document in which the engine found errors: all of these, and the ones that the engine does not
   * look for.
   */
  public List<Problem> of(Document document, String text, List<ValidationError> errors) {
    var problems = new ProblemList(_ -> true);
    var check = new DocumentCheck(Subject.of(document, text, schema, names(), problems));
    check.check();
    errors
      .stream()
      .filter(error -> error.getValidationErrorType() == ValidationErrorType.FieldsConflict)
      .forEach(error -> check.checkConflict(Objects.requireNonNullElse(error.getLocations(), List.of())));
    EngineErrors.addUnexplained(errors, problems);
    return problems.toList();
  }

  /**
   * The problems of a document in which the engine found none: the engine accepts directives that are not served, and
   * it checks for null in the one field of an input object only when it executes the field. Source: the GraphQL
   * specification, Input Objects, input coercion.
   */
  public List<Problem> of(Document document, String text) {
    if (!text.contains(NULL) && !text.contains(DIRECTIVE)) {
      return List.of();
    }
    var problems = new ProblemList(NOT_FOUND_BY_THE_ENGINE::contains);
    new DocumentCheck(Subject.of(document, text, schema, names(), problems)).check();
    return problems.toList();
  }

  /**
   * The problems of the variables for an operation; empty when there are none.
   *
   * @param operationName null when the document has only one
   */
  public List<Problem> ofVariables(Document document, @Nullable String operationName, Map<String, ?> variables) {
    var problems = new ProblemList(_ -> true);
    var types = new SchemaTypes(schema);
    document
      .getDefinitionsOfType(OperationDefinition.class)
      .stream()
      .filter(operation -> operationName == null || operationName.equals(operation.getName()))
      .limit(1)
      .flatMap(operation -> operation.getVariableDefinitions().stream())
      .forEach(variable -> check(variable, document, variables, types, problems));
    return problems.toList();
  }

  private void check(
    VariableDefinition variable,
    Document document,
    Map<String, ?> variables,
    SchemaTypes types,
    ProblemList problems
  ) {
    var name = variable.getName();
    var type = types.written(variable.getType());
    var places = Subject.places(variable);
    var path = ValuePath.ofVariable(name);
    if (variables.containsKey(name)) {
      new ValueCheck(names(), null, problems, VariableUses.NONE, places).check(
        new GivenValue.Json(variables.get(name)),
        type,
        false,
        path
      );
    } else if (type != null && GraphQLTypeUtil.isNonNull(type) && hasNoDefault(variable)) {
      problems.add(missing(places, path, type, misspelt(name, document, variables)));
    }
  }

  private static Problem missing(List<SourceLocation> places, ValuePath path, GraphQLType type, List<String> misspelt) {
    var needed = GraphQLTypeUtil.simplePrint(type);
    return misspelt.isEmpty()
      ? Problem.of(Reason.MISSING_VARIABLE, places, path.toString(), needed).at(path)
      : Problem.of(Reason.MISSING_VARIABLE, places, path.toString(), needed, ShownName.of(misspelt.getFirst()))
          .at(path)
          .because("MISSPELT");
  }

  /** Variables that are given and not defined, with almost this name. */
  private static List<String> misspelt(String name, Document document, Map<String, ?> variables) {
    Set<String> defined = document
      .getDefinitionsOfType(OperationDefinition.class)
      .stream()
      .flatMap(operation -> operation.getVariableDefinitions().stream())
      .map(VariableDefinition::getName)
      .collect(Collectors.toSet());
    var others = variables
      .keySet()
      .stream()
      .filter(given -> !defined.contains(given))
      .toList();
    return CloseNames.of(name, others).names();
  }

  private static boolean hasNoDefault(VariableDefinition variable) {
    return variable.getDefaultValue() == null || variable.getDefaultValue() instanceof NullValue;
  }

  /**
   * Which choices in the arguments of a field are not made, in view of the variables, as the engine finds only when it executes the
   * field; empty when nothing is found.
   */
  public List<Problem> ofArguments(GraphQLFieldDefinition definition, Field field, Map<String, ?> variables) {
    var problems = new ProblemList(reason -> reason == Reason.NOT_ONE_OF || reason == Reason.ONE_OF_IS_NULL);
    for (var argument : field.getArguments()) {
      var known = definition.getArgument(argument.getName());
      if (known != null) {
        new ValueCheck(names(), null, problems, VariableUses.NONE, Subject.places(argument)).check(
          GivenValue.of(argument.getValue(), variables),
          known.getType(),
          known.hasSetDefaultValue(),
          ValuePath.ofArgument(argument.getName())
        );
      }
    }
    return problems.toList();
  }

  /** The request chose none of the document's operations. */
  public Problem ofOperationName(Document document, @Nullable String name) {
    if (name == null) {
      return Problem.of(Reason.OPERATION_NAME_REQUIRED, List.of());
    }
    var known = document
      .getDefinitionsOfType(OperationDefinition.class)
      .stream()
      .map(OperationDefinition::getName)
      .filter(Objects::nonNull)
      .toList();
    return Problem.of(Reason.UNKNOWN_OPERATION, List.of(), ShownName.of(name)).meaning(CloseNames.of(name, known));
  }

  /** The text is no GraphQL. */
  public static Problem of(InvalidSyntaxError error) {
    var places = error.getLocations().stream().filter(Objects::nonNull).toList();
    if (places.isEmpty()) {
      return Problem.of(Reason.SYNTAX_ERROR, places);
    }
    return at(places, error.getOffendingToken());
  }

  private static Problem at(List<SourceLocation> places, @Nullable String token) {
    var line = String.valueOf(places.getFirst().getLine());
    var column = String.valueOf(places.getFirst().getColumn());
    var variant = END.equals(token) ? "END" : "PLACE";
    return Problem.of(Reason.SYNTAX_ERROR, places, line, column).because(variant);
  }

  private CloseNames names() {
    return new CloseNames(isSchemaTold);
  }
}
