package dev.authmethods.published;

import graphql.schema.GraphQLNamedType;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The code of an error: promised as "stable, documented, never reused", and documented in the description of its type alone. */
final class ErrorCode {

  private static final Pattern CODE = Pattern.compile("Code:\\s+`(\\w+)`");

  private ErrorCode() {}

  static Stream<Change> changes(GraphQLNamedType was, GraphQLNamedType is) {
    var before = of(was);
    var now = of(is);
    return before.equals(Change.NOTHING) || before.equals(now)
      ? Stream.empty()
      : Stream.of(Change.breaks(was.getName() + ".code", before, now, "programs know the error by its code"));
  }

  private static String of(GraphQLNamedType type) {
    var code = CODE.matcher(Objects.requireNonNullElse(type.getDescription(), ""));
    return code.find() ? code.group(1) : Change.NOTHING;
  }
}
