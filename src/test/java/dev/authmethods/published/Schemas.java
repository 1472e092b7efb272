package dev.authmethods.published;

import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Schemas as text. */
final class Schemas {

  private Schemas() {}

  /** The schema of today. */
  static GraphQLSchema current() throws IOException {
    try (var files = Files.list(Path.of("schema"))) {
      return read(files.sorted().map(Schemas::text).collect(Collectors.joining("\n")));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static GraphQLSchema read(String sdl) {
    return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
  }

  /**
   * The whole schema as a client meets it, in an order that is always the same. With its descriptions: codes of errors, and which
   * enums stay complete, are promised there. Without the directives of the engine, which come and go with it.
   */
  static String print(GraphQLSchema schema) {
    var ofTheEngine = names(read("type Query { any: Int }"));
    var options = SchemaPrinter.Options.defaultOptions()
      .includeScalarTypes(true)
      .includeDirectiveDefinition(name -> !ofTheEngine.contains(name));
    return new SchemaPrinter(options).print(schema);
  }

  private static Set<String> names(GraphQLSchema schema) {
    return schema.getDirectives().stream().map(GraphQLDirective::getName).collect(Collectors.toSet());
  }
}
