package dev.authmethods.gateway.api.field;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.Argument;

/**
 * Calls a method of a controller, as Spring does, but resolves the meaning of each parameter only once. Spring does so
 * for every field of every request, which makes a request cost 1.5 to 1.7 times as much.
 *
 * <p>Trivial to Spring, which would carry over what no field here asks for: the variables of a thread.
 */
final class ControllerMethod implements TrivialDataFetcher<Object> {

  /** Only they are what fields are asked of; a type of a library would be asked of nothing. */
  private static final String OWN_TYPES = "dev.authmethods.gateway.";

  private final MethodHandle method;
  private final DataFetcher<?>[] arguments;

  private ControllerMethod(MethodHandle method, DataFetcher<?>[] arguments) {
    this.method = method;
    this.arguments = arguments;
  }

  /**
   * Finds out what each parameter stands for; {@link UnknownParameter} when that is nothing that a field can be asked for.
   *
   * @param hasSource whether the type of the field has instances: those of queries and mutations do not
   */
  static ControllerMethod of(
    Object controller,
    Method method,
    boolean hasSource,
    List<HandlerMethodArgumentResolver> resolvers
  ) {
    var arguments = IntStream.range(0, method.getParameterCount())
      .mapToObj(index -> new MethodParameter(method, index))
      .map(parameter -> argument(parameter, hasSource, resolvers))
      .toArray(DataFetcher<?>[]::new);
    return new ControllerMethod(handle(controller, method), arguments);
  }

  /** The invocation does not know a parameter of a controller's method: the gateway must not start. */
  static final class UnknownParameter extends RuntimeException {

    UnknownParameter(MethodParameter parameter, ArgumentBinding.@Nullable UnknownType cause) {
      super(
        "%s.%s has the parameter \"%s\", which no field can give".formatted(
          parameter.getContainingClass().getName(),
          parameter.getExecutable().getName(),
          parameter.getParameter()
        ),
        cause
      );
    }
  }

  private static MethodHandle handle(Object controller, Method method) {
    try {
      method.setAccessible(true);
      var handle = MethodHandles.lookup().unreflect(method);
      var bound = handle.type().parameterCount() > method.getParameterCount() ? handle.bindTo(controller) : handle;
      return bound
        .asSpreader(Object[].class, method.getParameterCount())
        .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataFetcher<?> argument(
    MethodParameter parameter,
    boolean hasSource,
    List<HandlerMethodArgumentResolver> resolvers
  ) {
    return resolvers
      .stream()
      .filter(resolver -> resolver.supportsParameter(parameter))
      .findFirst()
      .<DataFetcher<?>>map(resolver -> field -> resolver.resolveArgument(parameter, field))
      .orElseGet(() -> argument(parameter, hasSource));
  }

  private static DataFetcher<?> argument(MethodParameter parameter, boolean hasSource) {
    var type = parameter.getParameterType();
    var name = parameter.getParameter().getName();
    if (parameter.hasParameterAnnotation(Argument.class)) {
      var binding = binding(parameter);
      return field -> binding.apply(field.getArgument(name));
    }
    if (type == DataLoader.class) {
      return field -> field.getDataLoader(name);
    }
    if (type == Locale.class) {
      return DataFetchingEnvironment::getLocale;
    }
    if (type == DataFetchingEnvironment.class) {
      return field -> field;
    }
    if (hasSource && parameter.getParameterIndex() == 0 && type.getName().startsWith(OWN_TYPES)) {
      return DataFetchingEnvironment::getSource;
    }
    throw new UnknownParameter(parameter, null);
  }

  private static ArgumentBinding binding(MethodParameter parameter) {
    try {
      return ArgumentBinding.to(parameter.getGenericParameterType());
    } catch (ArgumentBinding.UnknownType e) {
      throw new UnknownParameter(parameter, e);
    }
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment field) throws Exception {
    var values = new @Nullable Object[arguments.length];
    for (int at = 0; at < arguments.length; at++) {
      values[at] = arguments[at].get(field);
    }
    return withoutWaiting(call(values));
  }

  /** The engine completes a value that is there already at once, without the machinery for futures. */
  private static @Nullable Object withoutWaiting(@Nullable Object value) {
    return value instanceof CompletableFuture<?> future && future.state() == Future.State.SUCCESS
      ? future.resultNow()
      : value;
  }

  private @Nullable Object call(@Nullable Object[] values) throws Exception {
    try {
      return method.invokeExact(values);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable neither) {
      throw new IllegalStateException(neither);
    }
  }
}
