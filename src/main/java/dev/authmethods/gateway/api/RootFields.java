package dev.authmethods.gateway.api;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of an operation's root by the names that they are answered under: fields of one name are executed once. */
final class RootFields {

  private final Map<String, FragmentDefinition> fragments;
  private final Set<String> spread = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  private RootFields(Map<String, FragmentDefinition> fragments) {
    this.fragments = fragments;
  }

  static Set<String> of(OperationDefinition operation, Document document) {
    var fragments = document
      .getDefinitionsOfType(FragmentDefinition.class)
      .stream()
      .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity(), (first, _) -> first));
    var fields = new RootFields(fragments);
    fields.add(operation.getSelectionSet());
    return fields.names;
  }

  private void add(SelectionSet selections) {
    selections.getSelections().forEach(this::add);
  }

  private void add(Selection<?> selection) {
    switch (selection) {
      case Field field -> names.add(field.getResultKey());
      case InlineFragment fragment -> add(fragment.getSelectionSet());
      case FragmentSpread fragment when spread.add(fragment.getName()) -> add(fragment);
      default -> {
        // Seen already.
      }
    }
  }

  /** What does not exist, or leads back to itself, is told by the validation. */
  private void add(FragmentSpread spread) {
    var fragment = fragments.get(spread.getName());
    if (fragment != null) {
      add(fragment.getSelectionSet());
    }
  }
}
