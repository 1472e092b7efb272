package dev.authmethods.gateway.api.limit;

import graphql.Directives;
import graphql.introspection.Introspection;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an operation's root that are executed, by the names that they are answered under: fields of one name are executed
 * once, and what is skipped is not executed. The {@code __typename} of mutations is none of them.
 */
public final class RootFields {

  private final Operation operation;
  private final Map<String, FragmentDefinition> fragments;

  /** Null before they are known. */
  private final @Nullable Map<String, Object> variables;
  private final Set<String> spread = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  /** Whether one of the conditions is on a variable. */
  private boolean depends;

  private RootFields(
    Operation operation,
    Map<String, FragmentDefinition> fragments,
    @Nullable Map<String, Object> variables
  ) {
    this.operation = operation;
    this.fragments = fragments;
    this.variables = variables;
  }

  /** The fields that are executed with any variables. */
  public static RootFields of(OperationDefinition operation, Document document) {
    var fragments = document
      .getDefinitionsOfType(FragmentDefinition.class)
      .stream()
      .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity(), (first, _) -> first));
    var fields = new RootFields(operation.getOperation(), fragments, null);
    fields.add(operation.getSelectionSet());
    return fields;
  }

  /** Those that are executed with these variables. */
  static RootFields of(
    OperationDefinition operation,
    Map<String, FragmentDefinition> fragments,
    Map<String, Object> variables
  ) {
    var fields = new RootFields(operation.getOperation(), fragments, variables);
    fields.add(operation.getSelectionSet());
    return fields;
  }

  /** The number of the fields, each counted once. */
  public int count() {
    return names.size();
  }

  /** Whether others may be executed with other variables. */
  boolean dependOnVariables() {
    return depends;
  }

  private void add(SelectionSet selections) {
    selections.getSelections().forEach(this::add);
  }

  private void add(Selection<?> selection) {
    switch (selection) {
      case Field field when isExecuted(field) -> add(field);
      case InlineFragment fragment when isExecuted(fragment) -> add(fragment.getSelectionSet());
      case FragmentSpread fragment when isExecuted(fragment) && spread.add(fragment.getName()) -> add(fragment);
      default -> {
        // Skipped, or seen already.
      }
    }
  }

  private void add(Field field) {
    if (operation != Operation.MUTATION || !field.getName().equals(Introspection.TypeNameMetaFieldDef.getName())) {
      names.add(field.getResultKey());
    }
  }

  /** The validation reports fragments that do not exist, or that lead back to themselves. */
  private void add(FragmentSpread spread) {
    var fragment = fragments.get(spread.getName());
    if (fragment != null) {
      add(fragment.getSelectionSet());
    }
  }

  private boolean isExecuted(DirectivesContainer<?> selection) {
    return selection.getDirectives().stream().allMatch(this::isKept);
  }

  private boolean isKept(Directive directive) {
    var skips = directive.getName().equals(Directives.SkipDirective.getName());
    if (!skips && !directive.getName().equals(Directives.IncludeDirective.getName())) {
      return true;
    }
    var condition = directive.getArgument("if");
    return switch (condition == null ? null : condition.getValue()) {
      case BooleanValue literal -> literal.isValue() != skips;
      case VariableReference variable -> isKnown() && isTrue(variable) != skips;
      // The validation tells what is malformed.
      case null, default -> true;
    };
  }

  private boolean isKnown() {
    depends |= variables == null;
    return variables != null;
  }

  private boolean isTrue(VariableReference variable) {
    return variables != null && Boolean.TRUE.equals(variables.get(variable.getName()));
  }
}
