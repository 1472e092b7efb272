package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.change.EntraMethods;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.error.ErrorTypes;
import dev.authmethods.gateway.error.SharedError;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The errors that the mutations of all kinds of methods declare, and the shared ones. */
@Component
class DeclaredErrors implements ErrorTypes {

  private final List<Class<?>> all;

  DeclaredErrors(List<EntraMethods<?>> kinds) {
    var own = kinds
      .stream()
      .flatMap(kind -> kind.mutations().stream())
      .<Class<?>>map(Operation::errors);
    this.all = ErrorTypes.of(Stream.concat(Stream.of(SharedError.class), own).toList());
  }

  @Override
  public List<Class<?>> all() {
    return all;
  }
}
