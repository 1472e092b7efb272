package dev.authmethods.sandbox.query;

import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.QueryOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects of a collection, all of one type, and what the query options of a call leave of them. */
public record ODataCollection(EntityType type, List<ObjectNode> items) {
  /**
   * Those that {@code $filter} and {@code $search} leave, as {@code $orderby} orders them, by the rules of the directory
   * (Microsoft Graph: Advanced query capabilities on Microsoft Entra ID objects).
   */
  public ODataCollection queried(HttpCall call) {
    var order = call.options().read(QueryOption.ORDERBY);
    return searched(call).filtered(call, order.isPresent()).ordered(order);
  }

  /** Those that {@code $filter} leaves, in a collection that offers nothing more. */
  public ODataCollection filtered(HttpCall call) {
    return call
      .options()
      .read(QueryOption.FILTER)
      .map(filter -> where(filter(filter)))
      .orElse(this);
  }

  /** How many there are, where {@code $count=true} asks for it; without the header of advanced queries Graph ignores that. */
  public Optional<Integer> count(HttpCall call) {
    var asked = call
      .options()
      .read(QueryOption.COUNT)
      .filter(count -> !count.equalsIgnoreCase("false"));
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    if (!asked.get().equalsIgnoreCase("true")) {
      throw GraphError.badRequest("Invalid value '" + asked.get() + "' for $count query option found.");
    }
    return isAdvanced(call) ? Optional.of(items.size()) : Optional.empty();
  }

  private static void refuseUncounted(HttpCall call) {
    if (!isAdvanced(call)) {
      throw unsupported("$count is honored only with the request header 'ConsistencyLevel: eventual'.");
    }
  }

  /** The count of the objects that {@code $filter} and {@code $search} leave, as text: always an advanced query. */
  public HttpReply countAlone(HttpCall call) {
    refuseUncounted(call);
    var count = searched(call).filtered(call).items().size();
    return new HttpReply(200, Map.of("Content-Type", "text/plain"), Integer.toString(count));
  }

  /** With only the properties that {@code $select} asks for. */
  public List<ObjectNode> selected(HttpCall call) {
    return type
      .selected(call)
      .map(names ->
        items
          .stream()
          .map(item -> only(names, item))
          .toList()
      )
      .orElse(items);
  }

  private static ObjectNode only(List<String> names, ObjectNode item) {
    var annotations = item
      .propertyNames()
      .stream()
      .filter(name -> name.contains("@"));
    return item.deepCopy().retain(Stream.concat(annotations, names.stream()).toList());
  }

  static boolean isAdvanced(HttpCall call) {
    return call.header("ConsistencyLevel").filter("eventual"::equalsIgnoreCase).isPresent();
  }

  private ODataCollection searched(HttpCall call) {
    var search = call.options().read(QueryOption.SEARCH);
    if (search.isPresent() && !isAdvanced(call)) {
      throw unsupported(
        "Request with $search query parameter only works through MSGraph with a special request header: " +
          "'ConsistencyLevel: eventual'"
      );
    }
    return search
      .map(text -> readable(() -> Search.parse(text, type::property)))
      .map(this::where)
      .orElse(this);
  }

  private ODataCollection filtered(HttpCall call, boolean ordered) {
    var filter = call.options().read(QueryOption.FILTER).map(this::filter);
    if (filter.filter(each -> each.advanced() || ordered).isPresent() && !(isAdvanced(call) && counts(call))) {
      throw unsupported(
        "The query needs the request header 'ConsistencyLevel: eventual' and the query parameter '$count=true'."
      );
    }
    return filter.map(this::where).orElse(this);
  }

  private static boolean counts(HttpCall call) {
    return call.options().peek(QueryOption.COUNT).filter("true"::equalsIgnoreCase).isPresent();
  }

  private ODataCollection ordered(Optional<String> order) {
    return order
      .map(text -> readable(() -> Ordering.parse(text, type::property)))
      .map(ordering -> new ODataCollection(type, items.stream().sorted(ordering).toList()))
      .orElse(this);
  }

  private Filter.Selected filter(String text) {
    return readable(() -> Filter.parse(text, type::property));
  }

  private ODataCollection where(Filter.Selected filter) {
    return where(filter.matches());
  }

  private ODataCollection where(Predicate<JsonNode> matches) {
    return readable(() -> new ODataCollection(type, items.stream().filter(matches).toList()));
  }

  private static <T> T readable(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (QuerySyntaxException exception) {
      throw unsupported(String.valueOf(exception.getMessage()));
    }
  }

  private static GraphError unsupported(String text) {
    return GraphError.of(400, "Request_UnsupportedQuery", text);
  }
}
