package dev.authmethods.gateway.api.limit;

import graphql.execution.ExecutionContext;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many calls to Microsoft Graph an operation needs by the prices of the schema: the sum over its fields, each as
 * often as the lists above it have items. A field counts even if {@code @skip} or {@code @include} may leave it out,
 * and if several fields share a call: the operation can only need less.
 *
 * <p>The estimate is derived once for a document; each request only supplies the lengths of its lists.
 */
final class UpstreamEstimate {

  private final GraphQLSchema schema;
  private final Map<String, FragmentDefinition> fragments;
  private final List<Part> parts = new ArrayList<>();
  private long fixed;

  private UpstreamEstimate(GraphQLSchema schema, Map<String, FragmentDefinition> fragments) {
    this.schema = schema;
    this.fragments = fragments;
  }

  /** Of the operation that the engine executes; it has to be valid. */
  static UpstreamEstimate of(ExecutionContext execution) {
    var schema = execution.getGraphQLSchema();
    var operation = execution.getOperationDefinition();
    var root = switch (operation.getOperation()) {
      case QUERY -> schema.getQueryType();
      case MUTATION -> schema.getMutationType();
      case SUBSCRIPTION -> schema.getSubscriptionType();
    };
    var estimate = new UpstreamEstimate(schema, execution.getFragmentsByName());
    estimate.addAll(operation.getSelectionSet(), Objects.requireNonNull(root), new Place(List.of(), null, null));
    return estimate;
  }

  /** With these variables, as the engine reads them. */
  long calls(Map<String, ?> variables) {
    long calls = fixed;
    for (var part : parts) {
      calls += part.calls(variables);
    }
    return calls;
  }

  private void addAll(SelectionSet selections, GraphQLCompositeType type, Place place) {
    selections.getSelections().forEach(selection -> add(selection, type, place));
  }

  private void add(Selection<?> selection, GraphQLCompositeType type, Place place) {
    switch (selection) {
      case Field field -> add(field, type, place);
      case InlineFragment fragment -> addAll(
        fragment.getSelectionSet(),
        narrowed(type, fragment.getTypeCondition()),
        place
      );
      case FragmentSpread spread -> {
        var fragment = Objects.requireNonNull(fragments.get(spread.getName()));
        addAll(fragment.getSelectionSet(), narrowed(type, fragment.getTypeCondition()), place);
      }
      default -> throw new IllegalStateException(selection.getClass().getName());
    }
  }

  private GraphQLCompositeType narrowed(GraphQLCompositeType type, @Nullable TypeName condition) {
    return condition == null
      ? type
      : (GraphQLCompositeType) Objects.requireNonNull(schema.getType(condition.getName()));
  }

  /** A name that is no field of the schema, such as one of introspection, costs nothing. */
  private void add(Field field, GraphQLCompositeType type, Place place) {
    var definition = type instanceof GraphQLFieldsContainer fields ? fields.getFieldDefinition(field.getName()) : null;
    if (definition != null) {
      var price = UpstreamPrice.of((GraphQLFieldsContainer) type, definition);
      add(field, definition, price != null && isDue(price, field) ? price : null, place);
    }
  }

  private boolean isDue(UpstreamPrice price, Field field) {
    var selections = field.getSelectionSet();
    return price.ifSelected() == null || (selections != null && selects(selections, price.ifSelected()));
  }

  /** A fragment about any type counts: the object may have that type. */
  private boolean selects(SelectionSet selections, String name) {
    return selections
      .getSelections()
      .stream()
      .anyMatch(selection -> selects(selection, name));
  }

  private boolean selects(Selection<?> selection, String name) {
    return switch (selection) {
      case Field field -> field.getName().equals(name);
      case InlineFragment fragment -> selects(fragment.getSelectionSet(), name);
      case FragmentSpread spread -> selects(
        Objects.requireNonNull(fragments.get(spread.getName())).getSelectionSet(),
        name
      );
      default -> throw new IllegalStateException(selection.getClass().getName());
    };
  }

  private void add(Field field, GraphQLFieldDefinition definition, @Nullable UpstreamPrice price, Place place) {
    var own = price == null || price.each() == null ? null : ListSize.of(field, price.each());
    var isList = isList(definition.getType());
    var sized = ListSizeDirective.of(definition);
    var here = isList ? place.inItsList(field.getName()) : place.lists;
    var items = own == null ? here : and(here, own);
    if (price != null) {
      add(price, items);
    }
    var selections = field.getSelectionSet();
    if (selections != null) {
      var below = sized == null ? below(isList, here, items, own) : below(sized, sized.in(field, definition), here);
      addAll(selections, (GraphQLCompositeType) GraphQLTypeUtil.unwrapAll(definition.getType()), below);
    }
  }

  private static Place below(boolean isList, List<ListSize> here, List<ListSize> items, @Nullable ListSize own) {
    return isList ? new Place(items, null, null) : new Place(here, own, null);
  }

  /** The field itself is as long as the directive says, or some of its fields are. */
  private static Place below(ListSizeDirective sized, ListSize size, List<ListSize> here) {
    return sized.sizedFields().isEmpty()
      ? new Place(and(here, size), null, null)
      : new Place(here, size, sized.sizedFields());
  }

  private static boolean isList(GraphQLOutputType type) {
    return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type));
  }

  private void add(UpstreamPrice price, List<ListSize> items) {
    if (items.isEmpty()) {
      fixed += price.of(1);
    } else {
      parts.add(new Part(price, items));
    }
  }

  private static List<ListSize> and(List<ListSize> lists, ListSize another) {
    return Stream.concat(lists.stream(), Stream.of(another)).toList();
  }

  /**
   * The place of a field.
   *
   * @param lists  how long the lists are that it stands in
   * @param beside the length of the lists in the same field; null when nobody knows it, and they lead to nothing that
   *               costs
   * @param sized  the lists in the same field that have this length; null for all
   */
  private record Place(List<ListSize> lists, @Nullable ListSize beside, @Nullable Set<String> sized) {
    List<ListSize> inItsList(String field) {
      return beside == null || (sized != null && !sized.contains(field)) ? lists : and(lists, beside);
    }
  }

  /** The cost of a field for the product of all lists around it. */
  private record Part(UpstreamPrice price, List<ListSize> lists) {
    long calls(Map<String, ?> variables) {
      long items = 1;
      for (var list : lists) {
        items *= list.in(variables);
      }
      return price.of(items);
    }
  }
}
