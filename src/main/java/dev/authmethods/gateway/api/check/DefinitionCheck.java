package dev.authmethods.gateway.api.check;

import dev.authmethods.gateway.api.problem.Problem;
import dev.authmethods.gateway.api.problem.Reason;
import dev.authmethods.gateway.api.problem.ShownName;
import graphql.language.Definition;
import graphql.language.DirectiveDefinition;
import graphql.language.FragmentDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Checks the definitions of a document: only operations and fragments, each with a different name. */
record DefinitionCheck(Subject subject) {
  /** As in {@code query Name}. */
  private static final int BEHIND_THE_KEYWORD = 1;

  void check() {
    var operations = subject.document().getDefinitionsOfType(OperationDefinition.class);
    checkExecutable();
    checkAnonymous(operations);
    checkTwice(Reason.DUPLICATE_OPERATION, operations);
    checkTwice(Reason.DUPLICATE_FRAGMENT, subject.document().getDefinitionsOfType(FragmentDefinition.class));
  }

  private void checkExecutable() {
    for (Definition<?> definition : subject.document().getDefinitions()) {
      if (!(definition instanceof OperationDefinition) && !(definition instanceof FragmentDefinition)) {
        add(notExecutable(definition));
      }
    }
  }

  private static Problem notExecutable(Definition<?> definition) {
    var places = Subject.places(definition);
    return switch (definition) {
      case DirectiveDefinition directive -> Problem.of(
        Reason.NOT_EXECUTABLE,
        places,
        "@" + ShownName.of(directive.getName())
      ).because("NAMED");
      case NamedNode<?> named when named.getName() != null -> Problem.of(
        Reason.NOT_EXECUTABLE,
        places,
        ShownName.of(named.getName())
      ).because("NAMED");
      default -> Problem.of(Reason.NOT_EXECUTABLE, places);
    };
  }

  /** The engine reports the other operation. */
  private void checkAnonymous(List<OperationDefinition> operations) {
    var all = operations.stream().map(Node::getSourceLocation).filter(Objects::nonNull).toList();
    operations
      .stream()
      .filter(operation -> operations.size() > 1 && operation.getName() == null)
      .forEach(operation ->
        add(Problem.of(Reason.ANONYMOUS_OPERATION_NOT_ALONE, Subject.places(operation)).around(all))
      );
  }

  private <N extends NamedNode<?>> void checkTwice(Reason reason, List<N> definitions) {
    Map<String, N> first = new HashMap<>();
    for (var definition : definitions) {
      var name = definition.getName();
      var before = name == null ? null : first.putIfAbsent(name, definition);
      if (name != null && before != null) {
        var places = subject.namesOf(BEHIND_THE_KEYWORD, before, definition);
        add(Problem.of(reason, places, ShownName.of(name)).around(Subject.places(definition)));
      }
    }
  }

  /** The schema has no root for an operation. */
  void addNotSupported(OperationDefinition operation) {
    var type = operation.getOperation().name().toLowerCase(Locale.ROOT);
    add(Problem.of(Reason.OPERATION_NOT_SUPPORTED, Subject.places(operation), type));
  }

  private void add(Problem problem) {
    subject.problems().add(problem);
  }
}
