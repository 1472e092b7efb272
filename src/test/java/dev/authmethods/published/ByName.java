package dev.authmethods.published;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Compares things that have names: those that are gone, those that have come, and those that stayed. */
interface ByName<T> {
  String name(T thing);

  Stream<Change> gone(T was);

  Stream<Change> come(T is);

  Stream<Change> kept(T was, T is);

  /** Those of two lists. */
  default Stream<Change> changes(Collection<? extends T> published, Collection<? extends T> current) {
    var before = named(published);
    var now = named(current);
    var old = before.entrySet().stream();
    var added = now.entrySet().stream();
    return Stream.concat(
      old.flatMap(was -> {
        var is = now.get(was.getKey());
        return is == null ? gone(was.getValue()) : kept(was.getValue(), is);
      }),
      added.filter(is -> !before.containsKey(is.getKey())).flatMap(is -> come(is.getValue()))
    );
  }

  private Map<String, T> named(Collection<? extends T> things) {
    var named = new LinkedHashMap<String, T>();
    things.forEach(thing -> named.put(name(thing), thing));
    return named;
  }
}
