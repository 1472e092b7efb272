package dev.authmethods.gateway.api.field;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns the arguments of fields into the records, enums and lists that controllers take. The conversion is derived once
 * for each type; the engine has already checked that the values fit the schema.
 */
interface ArgumentBinding extends UnaryOperator<@Nullable Object> {
  /** The types that scalars come as. */
  Set<Class<?>> SCALARS = Set.of(
    String.class,
    Boolean.class,
    boolean.class,
    Integer.class,
    int.class,
    Double.class,
    double.class,
    OffsetDateTime.class
  );

  /** No argument has a value of the type. */
  final class UnknownType extends RuntimeException {

    UnknownType(Type type) {
      super("No argument has a value of " + type.getTypeName());
    }
  }

  /** How to make a value of the type; {@link UnknownType} when none can be made. */
  static ArgumentBinding to(Type type) {
    return switch (type) {
      case ParameterizedType list when list.getRawType() == List.class -> items(to(list.getActualTypeArguments()[0]));
      case Class<?> input when input.isRecord() -> record(input);
      case Class<?> choice when choice.isEnum() -> constant(choice);
      case Class<?> scalar when SCALARS.contains(scalar) -> value -> value;
      default -> throw new UnknownType(type);
    };
  }

  private static ArgumentBinding items(ArgumentBinding item) {
    return values -> values == null ? null : ((List<?>) values).stream().<@Nullable Object>map(item).toList();
  }

  private static ArgumentBinding constant(Class<?> type) {
    var constants = new HashMap<String, Object>();
    for (var constant : Objects.requireNonNull(type.getEnumConstants())) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
    return name -> name == null ? null : constants.get(name);
  }

  private static ArgumentBinding record(Class<?> type) {
    var components = type.getRecordComponents();
    var names = Arrays.stream(components)
      .map(RecordComponent::getName)
      .toArray(String[]::new);
    var bindings = Arrays.stream(components)
      .map(component -> to(component.getGenericType()))
      .toArray(ArgumentBinding[]::new);
    var constructor = constructor(type, components);
    return fields -> fields == null ? null : made(constructor, values((Map<?, ?>) fields, names, bindings));
  }

  private static @Nullable Object[] values(Map<?, ?> fields, String[] names, ArgumentBinding[] bindings) {
    var values = new @Nullable Object[names.length];
    for (int at = 0; at < names.length; at++) {
      values[at] = bindings[at].apply(fields.get(names[at]));
    }
    return values;
  }

  private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
    try {
      var canonical = type.getDeclaredConstructor(
        Arrays.stream(components)
          .map(RecordComponent::getType)
          .toArray(Class<?>[]::new)
      );
      canonical.setAccessible(true);
      return MethodHandles.lookup()
        .unreflectConstructor(canonical)
        .asSpreader(Object[].class, components.length)
        .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object made(MethodHandle constructor, @Nullable Object[] values) {
    try {
      return constructor.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable checked) {
      throw new IllegalStateException(checked);
    }
  }
}
