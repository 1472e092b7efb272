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
 * for every field of every request, which costs more than the rest of the execution.
 *
 * <p>Trivial to Spring, which would carry over what no field here asks for: the variables of a thread.
 */
final class ControllerMethod implements TrivialDataFetcher<Object> {

  private final MethodHandle method;
  private final DataFetcher<?>[] arguments;

  private ControllerMethod(MethodHandle method, DataFetcher<?>[] arguments) {
    this.method = method;
    this.arguments = arguments;
  }

  static ControllerMethod of(Object controller, Method method, List<HandlerMethodArgumentResolver> resolvers) {
    var arguments = IntStream.range(0, method.getParameterCount())
      .mapToObj(index -> new MethodParameter(method, index))
      .map(parameter -> argument(parameter, resolvers))
      .toArray(DataFetcher<?>[]::new);
    return new ControllerMethod(handle(controller, method), arguments);
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

  private static DataFetcher<?> argument(MethodParameter parameter, List<HandlerMethodArgumentResolver> resolvers) {
    return resolvers
      .stream()
      .filter(resolver -> resolver.supportsParameter(parameter))
      .findFirst()
      .<DataFetcher<?>>map(resolver -> field -> resolver.resolveArgument(parameter, field))
      .orElseGet(() -> argument(parameter));
  }

  private static DataFetcher<?> argument(MethodParameter parameter) {
    var type = parameter.getParameterType();
    var name = parameter.getParameter().getName();
    if (parameter.hasParameterAnnotation(Argument.class)) {
      var binding = ArgumentBinding.to(parameter.getGenericParameterType());
      return field -> binding.apply(field.getArgument(name));
    }
    if (type == DataLoader.class) {
      return field -> field.getDataLoader(name);
    }
    if (type == Locale.class) {
      return DataFetchingEnvironment::getLocale;
    }
    return type == DataFetchingEnvironment.class ? field -> field : DataFetchingEnvironment::getSource;
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
