package dev.authmethods.published;

/**
 * One difference between the published schema and the one of today.
 *
 * @param coordinate where: a schema coordinate such as {@code Query.user(by:)}; {@code Union|Member}, {@code Type&Interface} and
 *                   {@code Input.field@Constraint} for what the specification gives none
 * @param was        what was published
 * @param is         what takes its place
 * @param why        what that does to clients; empty when nothing
 */
record Change(Effect effect, String coordinate, String was, String is, String why) {
  /** Where there was or is nothing. */
  static final String NOTHING = "nothing";

  static Change breaks(String coordinate, String was, String is, String why) {
    return new Change(Effect.BREAKS, coordinate, was, is, why);
  }

  static Change noticed(String coordinate, String was, String is, String why) {
    return new Change(Effect.NOTICED, coordinate, was, is, why);
  }

  static Change harmless(String coordinate, String was, String is) {
    return new Change(Effect.HARMLESS, coordinate, was, is, "");
  }

  /** By what it is declared: not the place alone, so that another change of the same place has to be declared for itself. */
  String name() {
    return "%s: %s -> %s".formatted(coordinate, was, is);
  }

  /** The type, or the field, that it is about. */
  String place() {
    return coordinate.replaceFirst("[(@].*", "");
  }
}
