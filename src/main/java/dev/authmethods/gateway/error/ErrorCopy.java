package dev.authmethods.gateway.error;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Copies errors with some of their components replaced. By reflection, because each of some thirty records would need the same
 * lines otherwise; only errors that are kept, or belong to an item of a list, are ever copied.
 */
final class ErrorCopy {

  private static final ClassValue<ErrorCopy> BY_TYPE = new ClassValue<>() {
    @Override
    protected ErrorCopy computeValue(Class<?> type) {
      return new ErrorCopy(type);
    }
  };

  private final RecordComponent[] components;
  private final Constructor<?> constructor;

  private ErrorCopy(Class<?> type) {
    try {
      components = type.getRecordComponents();
      constructor = type.getDeclaredConstructor(
        Arrays.stream(components)
          .map(RecordComponent::getType)
          .toArray(Class<?>[]::new)
      );
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
    constructor.setAccessible(true);
    for (var component : components) {
      component.getAccessor().setAccessible(true);
    }
  }

  static ExpectedError of(ExpectedError error, BiFunction<String, @Nullable Object, @Nullable Object> replacement) {
    return BY_TYPE.get(error.getClass()).copy(error, replacement);
  }

  private ExpectedError copy(ExpectedError error, BiFunction<String, @Nullable Object, @Nullable Object> replacement) {
    try {
      var values = new @Nullable Object[components.length];
      for (int at = 0; at < components.length; at++) {
        values[at] = replacement.apply(components[at].getName(), components[at].getAccessor().invoke(error));
      }
      return (ExpectedError) constructor.newInstance(values);
    } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
