package dev.authmethods.gateway.api.schema;

import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserDetails;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.idl.RuntimeWiring;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/**
 * Shows the details of a user as fields of the user: clients need not know which fields are read for every user, and which only if
 * one of them is selected.
 */
@Component
class UserDetailFields implements RuntimeWiringConfigurer {

  @Override
  public void configure(RuntimeWiring.Builder wiring) {
    wiring.type("User", user -> {
      Stream.of(UserDetails.class.getRecordComponents()).forEach(component ->
        user.dataFetcher(component.getName(), new Detail(component))
      );
      return user;
    });
  }

  /** Reads a component off the details. */
  private record Detail(RecordComponent component) implements LightDataFetcher<Object> {
    @Override
    public @Nullable Object get(
      GraphQLFieldDefinition field,
      Object user,
      Supplier<DataFetchingEnvironment> environment
    ) {
      var details = ((User) user).details();
      return details == null ? null : of(details);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
      return get(
        environment.getFieldDefinition(),
        Objects.requireNonNull(environment.<Object>getSource()),
        () -> environment
      );
    }

    private @Nullable Object of(UserDetails details) {
      try {
        return component.getAccessor().invoke(details);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
