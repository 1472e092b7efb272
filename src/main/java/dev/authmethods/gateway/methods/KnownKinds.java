package dev.authmethods.gateway.methods;

import dev.authmethods.gateway.lookup.MethodReader;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The kinds that have features, and those that are only listed. */
@Component
record KnownKinds(List<MethodReader<?>> all) implements MethodReader.OfEveryKind {
  KnownKinds {
    all = Stream.<MethodReader<?>>concat(all.stream(), ListedKind.ALL.stream()).toList();
  }
}
