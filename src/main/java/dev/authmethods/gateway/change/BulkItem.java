package dev.authmethods.gateway.change;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.InvalidInputError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.method.UserResource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One item of a mutation of many: a change as the mutation of one makes it, at its own place in the request.
 *
 * @param index  its place in the list, from 0
 * @param input  the item as an input of the mutation of one
 * @param change the change, or the errors of its part of the input
 */
public record BulkItem<M extends UserResource>(int index, ChangeInput input, Parsed<? extends Change<M>> change) {
  private static final String INPUT = "input";
  private static final String ITEMS = "items";

  /** The key of an item: its own, or one that follows from the key of the whole and from the place in the list. */
  public static @Nullable String key(@Nullable String ofItem, @Nullable String ofAll, int index) {
    return ofItem != null || ofAll == null ? ofItem : ofAll + " " + ITEMS + " " + index;
  }

  /** The violations that concern no item. */
  public static List<InvalidInputError> violationsOfAll(Violations violations) {
    return violations
      .errors()
      .stream()
      .filter(error -> error.path().size() <= 3 || !error.path().get(1).equals(ITEMS))
      .toList();
  }

  /** The violations of this item, as if it were the whole input. */
  public Violations violations(Violations all) {
    var place = place();
    return new Violations(
      all
        .errors()
        .stream()
        .filter(error -> error.path().size() > place.size() && error.path().subList(0, place.size()).equals(place))
        .map(error -> (InvalidInputError) error.at(path(List.of(INPUT), error.path(), place.size())))
        .toList()
    );
  }

  /** An error of the change, with its place in the request. */
  public ExpectedError inPlace(ExpectedError error) {
    return error.at(path(place(), error.path(), 1));
  }

  private List<String> place() {
    return List.of(INPUT, ITEMS, Integer.toString(index));
  }

  private static List<String> path(List<String> beginning, List<String> other, int from) {
    return Stream.concat(beginning.stream(), other.stream().skip(from)).toList();
  }
}
