package dev.authmethods.gateway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema as one text, and the directives that are neither in it nor served. */
@GatewayTest
class SchemaRouteTests {

  private final Gateway gateway;
  private final SandboxControl sandbox;

  SchemaRouteTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
  }

  private Reply schemaOf(Gateway asked) {
    return asked.send(asked.to("/graphql/schema").header("Authorization", "Bearer " + sandbox.token("auth-admin")));
  }

  private static GraphQLSchema read(String sdl) {
    return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
  }

  private static String files() throws IOException {
    try (var files = Files.list(Path.of("schema"))) {
      var texts = new ArrayList<String>();
      for (var file : files.sorted().toList()) {
        texts.add(Files.readString(file));
      }
      return String.join("\n", texts);
    }
  }

  @Nested
  class TheText {

    @Test
    void isWhatTheFilesOfTheSchemaSayTogether() throws IOException {
      var reply = schemaOf(gateway);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
      var printer = new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeScalarTypes(true));
      assertThat(printer.print(read(reply.text()))).isEqualTo(printer.print(read(files())));
    }

    @Test
    void showsWhereTheDirectivesStandAndExtendsNothing() {
      assertThat(schemaOf(gateway).text())
        .contains("@oneOf", "@specifiedBy(url :", "@Pattern(regexp :", "@Size(min : 4", "directive @upstreamCalls")
        .doesNotContainPattern("(?m)^extend ");
    }

    @Test
    void namesNoDirectiveThatIsNotServed() {
      assertThat(schemaOf(gateway).text()).doesNotContain("@defer", "@stream", "@experimental");
    }

    @Test
    void isKeptByNobody() {
      var reply = schemaOf(gateway);
      assertThat(reply.header("Cache-Control")).contains("no-store");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void isNotForPeopleWithoutAToken() {
      var reply = gateway.send(gateway.to("/graphql/schema"));
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.text()).doesNotContain("type ");
    }
  }

  @Nested
  @GatewayTest({ "gateway.api.introspection=false", "gateway.playground.enabled=false" })
  class WhenIntrospectionIsOff {

    @Test
    void theTextIsNotThere(Gateway closed) {
      var reply = schemaOf(closed);
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("NOT_FOUND");
    }
  }

  @Nested
  class Directives {

    @Test
    void thatAreServedAreAllThatIntrospectionShows() {
      var reply = gateway.as("auth-admin", "{ __schema { directives { name } } }");
      assertThat(reply.listAt("/data/__schema/directives"))
        .extracting(directive -> directive.path("name").asString())
        .containsExactlyInAnyOrder(
          "include",
          "skip",
          "deprecated",
          "specifiedBy",
          "oneOf",
          "Size",
          "Pattern",
          "ContainerSize",
          "Range",
          "listSize",
          "upstreamCalls"
        );
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{ viewer { ... @defer { objectId } } }",
        "{ viewer { ...F @defer(label: \"later\") } } fragment F on Viewer { objectId }",
        "query @experimental_disableErrorPropagation { viewer { objectId } }",
        "{ viewer { roles @stream(initialCount: 1) } }",
      }
    )
    void thatAreNotServedAreUnknown(String document) {
      var reply = gateway.as("auth-admin", document);
      assertThat(reply.at("/data").isMissingNode()).isTrue();
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("GRAPHQL_VALIDATION_FAILED");
      assertThat(reply.textAt("/errors/0/message")).containsPattern(
        "no directive \"@(defer|stream|experimental\\w+)\""
      );
      assertThat(reply.at("/errors/0/locations/0/line").intValue()).isEqualTo(1);
    }
  }
}
