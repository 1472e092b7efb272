package dev.authmethods.gateway.api.check;

import static graphql.schema.GraphQLTypeUtil.isInput;
import static graphql.schema.GraphQLTypeUtil.isList;
import static graphql.schema.GraphQLTypeUtil.isNonNull;
import static graphql.schema.GraphQLTypeUtil.simplePrint;
import static graphql.schema.GraphQLTypeUtil.unwrapAll;
import static graphql.schema.GraphQLTypeUtil.unwrapNonNull;
import static graphql.schema.GraphQLTypeUtil.unwrapOne;

import dev.authmethods.gateway.api.problem.CloseNames;
import dev.authmethods.gateway.api.problem.GivenValue;
import dev.authmethods.gateway.api.problem.Problem;
import dev.authmethods.gateway.api.problem.Reason;
import dev.authmethods.gateway.api.problem.ShownName;
import dev.authmethods.gateway.api.problem.Suggestion;
import dev.authmethods.gateway.api.problem.ValuePath;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.language.ListType;
import graphql.language.Node;
import graphql.language.NonNullType;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the variables that an operation defines with the schema, and with those that it uses. */
record VariableCheck(Subject subject, OperationDefinition operation) {
  /** Checks the definitions of the variables. */
  void checkDefinitions(DirectiveCheck directives) {
    Map<String, VariableDefinition> first = new LinkedHashMap<>();
    for (var variable : operation.getVariableDefinitions()) {
      if (subject.problems().isFull()) {
        return;
      }
      checkDefinition(variable);
      directives.check(variable.getDirectives(), DirectiveLocation.VARIABLE_DEFINITION);
      var before = first.putIfAbsent(variable.getName(), variable);
      if (before != null) {
        add(
          Problem.of(Reason.DUPLICATE_VARIABLE, subject.namesOf(0, before, variable), shown(variable.getName())).around(
            Subject.places(variable)
          )
        );
      }
    }
  }

  private void checkDefinition(VariableDefinition variable) {
    var name = named(variable.getType());
    var type = subject.types().written(variable.getType());
    if (type == null) {
      add(FragmentTypeCheck.unknown(subject, name, Subject.firstPlace(name, variable)));
    } else if (!isInput(unwrapAll(type))) {
      add(
        Problem.of(
          Reason.NOT_AN_INPUT_TYPE,
          Subject.firstPlace(variable.getType(), variable),
          shown(variable.getName()),
          simplePrint(type)
        ).around(Subject.places(variable))
      );
      return;
    }
    if (variable.getDefaultValue() != null) {
      new ValueCheck(
        subject.names(),
        subject.places(),
        subject.problems(),
        VariableUses.NONE,
        Subject.places(variable)
      ).check(GivenValue.of(variable.getDefaultValue()), type, false, ValuePath.ofVariable(variable.getName()));
    }
  }

  private static TypeName named(Type<?> type) {
    return switch (type) {
      case NonNullType nonNull -> named(nonNull.getType());
      case ListType list -> named(list.getType());
      case TypeName name -> name;
      default -> throw new IllegalStateException("A type of a kind that GraphQL does not have");
    };
  }

  /**
   * Checks the uses of the variables.
   *
   * @param uses all that stand in the operation and the fragments that it reaches
   */
  void checkUses(List<VariableUse> uses) {
    Map<String, VariableDefinition> defined = new LinkedHashMap<>();
    operation.getVariableDefinitions().forEach(variable -> defined.putIfAbsent(variable.getName(), variable));
    for (var use : uses) {
      if (subject.problems().isFull()) {
        return;
      }
      var variable = defined.get(use.name());
      if (variable == null) {
        addUndefined(use, defined.keySet());
      } else {
        checkType(use, variable);
      }
    }
    Set<String> used = uses.stream().map(VariableUse::name).collect(Collectors.toSet());
    operation
      .getVariableDefinitions()
      .stream()
      .filter(variable -> !used.contains(variable.getName()))
      .forEach(this::addUnused);
  }

  private void addUndefined(VariableUse use, Set<String> defined) {
    var close = CloseNames.of(use.name(), defined);
    var withSign = new Suggestion(close.form(), close.names().stream().map("$"::concat).toList());
    add(
      inOperation(
        Problem.of(Reason.UNDEFINED_VARIABLE, places(use, operation), shown(use.name()), operationName())
          .at(use.path())
          .meaning(withSign)
      )
    );
  }

  private void addUnused(VariableDefinition variable) {
    add(
      inOperation(
        Problem.of(Reason.UNUSED_VARIABLE, Subject.places(variable), shown(variable.getName()), operationName())
      )
    );
  }

  private Problem inOperation(Problem problem) {
    return operation.getName() == null ? problem : problem.because("NAMED");
  }

  private String operationName() {
    return operation.getName() == null ? "" : ShownName.of(operation.getName());
  }

  private void checkType(VariableUse use, VariableDefinition variable) {
    var type = subject.types().written(variable.getType());
    var expected = use.type();
    if (type != null && expected != null && !fits(type, variable, use, expected)) {
      add(
        Problem.of(
          Reason.VARIABLE_OF_OTHER_TYPE,
          places(use, variable),
          shown(use.name()),
          simplePrint(type),
          use.path().toString(),
          simplePrint(expected)
        ).at(use.path())
      );
    }
  }

  /** Source: the GraphQL specification, All Variable Usages Are Allowed. */
  private static boolean fits(GraphQLType type, VariableDefinition variable, VariableUse use, GraphQLType expected) {
    if (isNonNull(expected) && !isNonNull(type)) {
      var hasOwn = variable.getDefaultValue() != null && !(variable.getDefaultValue() instanceof NullValue);
      return (hasOwn || use.hasDefault()) && fits(type, unwrapNonNull(expected));
    }
    return fits(type, expected);
  }

  private static boolean fits(GraphQLType type, GraphQLType expected) {
    if (isNonNull(expected)) {
      return isNonNull(type) && fits(unwrapOne(type), unwrapOne(expected));
    }
    if (isNonNull(type)) {
      return fits(unwrapOne(type), expected);
    }
    if (isList(expected) || isList(type)) {
      return isList(expected) && isList(type) && fits(unwrapOne(type), unwrapOne(expected));
    }
    return type.equals(expected);
  }

  private static List<SourceLocation> places(VariableUse use, Node<?> definition) {
    return Stream.concat(Subject.places(definition).stream(), use.locations().stream()).toList();
  }

  private static String shown(String name) {
    return "$" + ShownName.of(name);
  }

  private void add(Problem problem) {
    subject.problems().add(problem);
  }
}
