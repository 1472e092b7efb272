package dev.authmethods.gateway.api.check;

import static graphql.schema.GraphQLTypeUtil.isNonNull;
import static graphql.schema.GraphQLTypeUtil.simplePrint;

import dev.authmethods.gateway.api.problem.GivenValue;
import dev.authmethods.gateway.api.problem.Problem;
import dev.authmethods.gateway.api.problem.Reason;
import dev.authmethods.gateway.api.problem.ShownName;
import dev.authmethods.gateway.api.problem.ValuePath;
import graphql.language.Argument;
import graphql.language.Node;
import graphql.schema.GraphQLArgument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the arguments of a field or directive with those that the schema knows.
 *
 * @param owner   the field or directive
 * @param name    of the field with its type, or of the directive, as texts show it
 * @param known   its arguments; null when it is unknown itself
 * @param unknown the reason for an argument that it does not have
 * @param missing the reason for a required argument that is not given
 */
record ArgumentCheck(
  Subject subject,
  VariableUses uses,
  Node<?> owner,
  String name,
  @Nullable List<GraphQLArgument> known,
  Reason unknown,
  Reason missing
) {
  void check(List<Argument> given) {
    given
      .stream()
      .takeWhile(_ -> !subject.problems().isFull())
      .forEach(this::check);
    checkTwice(given);
    if (known != null) {
      checkMissing(given, known);
    }
  }

  private void check(Argument argument) {
    var definition = definition(argument);
    if (known != null && definition == null) {
      addUnknown(argument, known);
    }
    var around = Subject.places(argument, owner);
    new ValueCheck(subject.names(), subject.places(), subject.problems(), uses, around).check(
      GivenValue.of(argument.getValue()),
      definition == null ? null : definition.getType(),
      definition != null && definition.hasSetDefaultValue(),
      ValuePath.ofArgument(argument.getName())
    );
  }

  private @Nullable GraphQLArgument definition(Argument argument) {
    return known == null
      ? null
      : known
          .stream()
          .filter(one -> one.getName().equals(argument.getName()))
          .findFirst()
          .orElse(null);
  }

  private void addUnknown(Argument argument, List<GraphQLArgument> arguments) {
    var others = arguments.stream().map(GraphQLArgument::getName).toList();
    subject
      .problems()
      .add(
        Problem.of(unknown, Subject.places(argument), ShownName.of(argument.getName()), name)
          .at(ValuePath.ofArgument(argument.getName()))
          .meaning(subject.names().ofSchema(argument.getName(), others))
      );
  }

  private void checkTwice(List<Argument> given) {
    Map<String, Argument> first = new HashMap<>();
    for (var argument : given) {
      var before = first.putIfAbsent(argument.getName(), argument);
      if (before != null) {
        subject
          .problems()
          .add(
            Problem.of(
              Reason.DUPLICATE_ARGUMENT,
              Subject.places(before, argument),
              ShownName.of(argument.getName()),
              name
            )
              .at(ValuePath.ofArgument(argument.getName()))
              .around(Subject.places(owner))
          );
      }
    }
  }

  private void checkMissing(List<Argument> given, List<GraphQLArgument> arguments) {
    Set<String> names = given.stream().map(Argument::getName).collect(Collectors.toSet());
    arguments
      .stream()
      .filter(argument -> isNonNull(argument.getType()) && !argument.hasSetDefaultValue())
      .filter(argument -> !names.contains(argument.getName()))
      .forEach(argument ->
        subject
          .problems()
          .add(
            Problem.of(missing, Subject.places(owner), argument.getName(), name, simplePrint(argument.getType())).at(
              ValuePath.ofArgument(argument.getName())
            )
          )
      );
  }
}
