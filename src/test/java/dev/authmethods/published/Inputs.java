package dev.authmethods.published;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a client can send in one place.
 *
 * @param coordinate that of one of them, with {@code %s} for its name
 */
record Inputs(String coordinate) implements ByName<Input> {
  @Override
  public String name(Input input) {
    return input.name();
  }

  @Override
  public Stream<Change> gone(Input was) {
    return Stream.of(
      Change.breaks(coordinate(was), was.written(), Change.NOTHING, "requests that give it are refused")
    );
  }

  @Override
  public Stream<Change> come(Input is) {
    return Stream.of(
      is.isRequired()
        ? Change.breaks(coordinate(is), Change.NOTHING, is.written(), "requests that do not give it are refused")
        : Change.harmless(coordinate(is), Change.NOTHING, is.written())
    );
  }

  @Override
  public Stream<Change> kept(Input was, Input is) {
    return Stream.of(
      written(was, is),
      Constraints.changes(coordinate(was), was.definition(), is.definition()),
      Deprecation.changes(coordinate(was), was.definition(), is.definition())
    ).flatMap(Function.identity());
  }

  private Stream<Change> written(Input was, Input is) {
    if (was.written().equals(is.written())) {
      return Stream.empty();
    }
    if (!TypeFit.fits(was.type(), is.type())) {
      return breaks(was, is, "requests that were right are refused");
    }
    if (was.isRequired() || was.preset().equals(is.preset())) {
      return Stream.of(Change.harmless(coordinate(was), was.written(), is.written()));
    }
    return breaks(was, is, "whoever leaves it out asks for something else, or is refused");
  }

  private Stream<Change> breaks(Input was, Input is, String why) {
    return Stream.of(Change.breaks(coordinate(was), was.written(), is.written(), why));
  }

  private String coordinate(Input input) {
    return coordinate.formatted(input.name());
  }
}
