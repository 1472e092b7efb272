package dev.authmethods.gateway.api.schema;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmethods.gateway.error.ErrorTypes;
import dev.authmethods.gateway.error.SharedError;
import graphql.schema.idl.RuntimeWiring;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.execution.GraphQlSource;

class SchemaInspectionTests {

  @Test
  void acceptsASchemaThatTheCodeStandsBehind() {
    assertThatCode(() -> build("type Query { known: String }")).doesNotThrowAnyException();
  }

  @Test
  void refusesAFieldThatNoCodeStandsBehind() {
    assertThatThrownBy(() -> build("type Query { known: String forgotten: String }"))
      .isInstanceOf(IllegalStateException.class)
      .hasMessageContaining("Query=[forgotten]");
  }

  @Test
  void refusesCodeThatNoFieldStandsBefore() {
    assertThatThrownBy(() -> build("type Query { other: String }")).hasMessageContaining("Query.known");
  }

  private static void build(String schema) {
    var builder = GraphQlSource.schemaResourceBuilder()
      .schemaResources(new ByteArrayResource(schema.getBytes(StandardCharsets.UTF_8)))
      .configureRuntimeWiring(SchemaInspectionTests::known);
    new SchemaInspection(() -> ErrorTypes.of(List.of(SharedError.class))).customize(builder);
    builder.build();
  }

  private static void known(RuntimeWiring.Builder wiring) {
    wiring.type("Query", type -> type.dataFetcher("known", field -> "known"));
  }
}
