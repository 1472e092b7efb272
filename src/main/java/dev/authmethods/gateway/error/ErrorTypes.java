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
    return family.isSealed()
      ? Arrays.stream(family.getPermittedSubclasses()).flatMap(ErrorTypes::records)
      : Stream.of(family);
  }
}
