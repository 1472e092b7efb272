package dev.authmethods.gateway.error;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The types of all errors that this gateway can answer. */
public interface ErrorTypes {
  /** The records, each once. */
  List<Class<?>> all();

  /** The records of sealed families, each once. */
  static List<Class<?>> of(Collection<? extends Class<?>> families) {
    return families.stream().flatMap(ErrorTypes::records).distinct().toList();
  }

  private static Stream<Class<?>> records(Class<?> family) {
    if (family.isSealed()) {
      return Arrays.stream(family.getPermittedSubclasses()).flatMap(ErrorTypes::records);
    }
    // A mutation without own errors has a family without records.
    return family.isInterface() ? Stream.empty() : Stream.of(family);
  }
}
