package dev.authmethods.sandbox.http;

import static java.util.Locale.ROOT;

import java.util.Optional;
import java.util.stream.Stream;

/** The query options that Microsoft Graph knows (Microsoft Graph: Use query parameters to customize responses). */
public enum QueryOption {
  COUNT,
  EXPAND,
  FILTER,
  FORMAT,
  ORDERBY,
  SEARCH,
  SELECT,
  SKIP,
  SKIPTOKEN,
  TOP;

  private final String parameter = "$" + name().toLowerCase(ROOT);

  public String parameter() {
    return parameter;
  }

  static Optional<QueryOption> named(String parameter) {
    return Stream.of(values())
      .filter(option -> option.parameter.equals(parameter))
      .findFirst();
  }
}
