package dev.authmethods.gateway.api.document;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.SelectionSetContainer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How deep the fragments of a document are spread within each other; each fragment is counted once. */
final class FragmentDepth {

  private final Map<String, FragmentDefinition> fragments;
  private final Map<String, Long> known = new HashMap<>();

  private FragmentDepth(Map<String, FragmentDefinition> fragments) {
    this.fragments = fragments;
  }

  static long of(Document document) {
    var fragments = document
      .getDefinitionsOfType(FragmentDefinition.class)
      .stream()
      .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity(), (first, _) -> first));
    var depth = new FragmentDepth(fragments);
    return fragments.keySet().stream().mapToLong(depth::of).max().orElse(0);
  }

  /** The validation reports fragments that do not exist, or that lead back to themselves. */
  private long of(String name) {
    var before = known.get(name);
    var fragment = fragments.get(name);
    if (before != null || fragment == null) {
      return before == null ? 0 : before;
    }
    known.put(name, 0L);
    var depth = 1 + below(fragment.getSelectionSet());
    known.put(name, depth);
    return depth;
  }

  private long below(SelectionSet selections) {
    long deepest = 0;
    for (Selection<?> selection : selections.getSelections()) {
      deepest = Math.max(deepest, of(selection));
    }
    return deepest;
  }

  private long of(Selection<?> selection) {
    return switch (selection) {
      case FragmentSpread spread -> of(spread.getName());
      case SelectionSetContainer<?> container when container.getSelectionSet() != null -> below(
        container.getSelectionSet()
      );
      default -> 0;
    };
  }
}
