package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.change.EntraResources;
import dev.authmethods.gateway.error.ErrorTypes;
import dev.authmethods.gateway.error.SharedError;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The errors that the mutations declare, and the shared ones. */
@Component
class DeclaredErrors implements ErrorTypes {

  private final List<Class<?>> all;

  DeclaredErrors(List<EntraResources<?>> changed) {
    var own = changed
      .stream()
      .flatMap(resources -> resources.mutations().stream())
      .flatMap(mutation -> mutation.declaredErrors().stream());
    this.all = Stream.concat(ErrorTypes.of(List.of(SharedError.class)).stream(), own)
      .distinct()
      .toList();
  }

  @Override
  public List<Class<?>> all() {
    return all;
  }
}
