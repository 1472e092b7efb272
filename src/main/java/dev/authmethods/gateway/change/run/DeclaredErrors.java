package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.change.EntraResources;
import dev.authmethods.gateway.error.ErrorTypes;
import dev.authmethods.gateway.error.SharedError;
import dev.authmethods.gateway.read.ReadErrors;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The errors that the mutations and the reads declare, and the shared ones. */
@Component
class DeclaredErrors implements ErrorTypes {

  private final List<Class<?>> all;

  DeclaredErrors(List<EntraResources<?>> changed, List<ReadErrors> reads) {
    var own = changed
      .stream()
      .flatMap(resources -> resources.mutations().stream())
      .flatMap(mutation -> mutation.declaredErrors().stream());
    var ofReads = reads.stream().flatMap(read -> read.members().stream());
    var shared = ErrorTypes.of(List.of(SharedError.class)).stream();
    this.all = Stream.of(shared, own, ofReads)
      .<Class<?>>flatMap(types -> types)
      .distinct()
      .toList();
  }

  @Override
  public List<Class<?>> all() {
    return all;
  }
}
