package dev.authmethods.published;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Publishes the schema, by {@code mvn test -Dtest=PublishSchema} alone: no build runs what is not called {@code *Tests}. It
 * refuses while the schema breaks clients and nobody has declared that.
 */
class PublishSchema {

  @Test
  void publishes() throws IOException {
    Publication.ofTheProject().publish(Schemas.current());
  }
}
