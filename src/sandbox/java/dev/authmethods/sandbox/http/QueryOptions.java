package dev.authmethods.sandbox.http;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The query options of one call (Microsoft Graph: Use query parameters to customize responses). None is ever ignored: a
 * resource reads those that it honours, and {@link #refuseUnread} refuses the rest.
 */
public final class QueryOptions {

  private final List<Given> given;
  private final Map<String, String> others;
  private final Set<QueryOption> read = EnumSet.noneOf(QueryOption.class);

  private QueryOptions(List<Given> given, Map<String, String> others) {
    this.given = List.copyOf(given);
    this.others = Map.copyOf(others);
  }

  /** An option as it was sent: its name with a dollar sign and in lower case. */
  private record Given(String name, String value) {
    boolean is(QueryOption option) {
      return name.equals(option.parameter());
    }
  }

  /** Reads a query. A parameter whose name has no dollar sign and is no option's is the client's own affair (OData). */
  static QueryOptions parse(String query) {
    var given = new ArrayList<Given>();
    var others = new HashMap<String, String>();
    for (var pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      var name = HttpCall.decode(equals < 0 ? pair : pair.substring(0, equals)).toLowerCase(ROOT);
      var value = equals < 0 ? "" : HttpCall.decode(pair.substring(equals + 1));
      var withDollar = name.startsWith("$") ? name : "$" + name;
      if (name.startsWith("$") || QueryOption.named(withDollar).isPresent()) {
        given.add(new Given(withDollar, value));
      } else {
        others.put(name, value);
      }
    }
    return new QueryOptions(given, others);
  }

  /** The value of an option that a resource honours; that it was sent is no fault any more. */
  public Optional<String> read(QueryOption option) {
    read.add(option);
    return peek(option);
  }

  /** The value of an option for those who only price it or show it again. */
  public Optional<String> peek(QueryOption option) {
    return given
      .stream()
      .filter(each -> each.is(option))
      .map(Given::value)
      .findFirst();
  }

  public boolean has(QueryOption option) {
    return peek(option).isPresent();
  }

  /** The value of a parameter that is no option of OData; empty when it was not sent. */
  public String other(String name) {
    return others.getOrDefault(name, "");
  }

  /** Refuses a parameter that is no option, or is there twice, or asks for another format than JSON. */
  public void refuseMalformed() {
    for (var each : given) {
      if (QueryOption.named(each.name()).isEmpty()) {
        throw GraphError.badRequest("The query parameter '" + each.name() + "' is not supported.");
      }
      if (
        given
          .stream()
          .filter(other -> other.name().equals(each.name()))
          .count() > 1
      ) {
        throw GraphError.badRequest(
          "Query option '" + each.name() + "' was specified more than once, but it must be specified at most once."
        );
      }
    }
    refuseOtherFormats();
  }

  /** Refuses options that the resource has not read, so also all of them before a write. */
  public void refuseUnread() {
    Stream.of(QueryOption.values())
      .filter(option -> has(option) && !read.contains(option))
      .findFirst()
      .ifPresent(option -> {
        throw GraphError.badRequest("The query option '" + option.parameter() + "' is not supported here.");
      });
  }

  private void refuseOtherFormats() {
    var format = read(QueryOption.FORMAT);
    if (format.isPresent() && !MediaTypes.isJson(format.get()) && !format.get().equalsIgnoreCase("json")) {
      throw GraphError.notAcceptable();
    }
  }
}
