package dev.authmethods.published;

import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What was published, and the breaks of it that are declared.
 *
 * @param folder where both are kept
 */
record Publication(Path folder) {
  static final String DECLARATIONS = "src/published/breaks.txt";

  private static final String ABOUT_THE_SCHEMA = """
  # What clients were promised. No generated file: a record, which `mvn test -Dtest=PublishSchema` alone writes, when a version
  # goes to clients. The schema of today is in schema/.

  """;
  private static final String ABOUT_DECLARATIONS = """
  # Breaks of the published schema that are meant: a line that `mvn verify` has printed, and indented below it why, and what
  # clients do instead. Publishing empties this file; what was declared stays in its history.
  """;

  static Publication ofTheProject() {
    return new Publication(Path.of("src/published"));
  }

  Judgement judge(GraphQLSchema current) throws IOException {
    var published = Schemas.read(Files.readString(schema()));
    return new Judgement(SchemaChanges.between(published, current), Declaration.read(Files.readString(declarations())));
  }

  /**
   * Promises the schema of today from now on.
   *
   * @throws IllegalStateException when it breaks clients and that is not declared
   */
  void publish(GraphQLSchema current) throws IOException {
    var judgement = judge(current);
    if (!judgement.undeclared().isEmpty()) {
      throw new IllegalStateException(Report.of(judgement, today()));
    }
    Files.writeString(schema(), ABOUT_THE_SCHEMA + Schemas.print(current));
    Files.writeString(declarations(), ABOUT_DECLARATIONS);
  }

  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private Path schema() {
    return folder.resolve("schema.sdl");
  }

  private Path declarations() {
    return folder.resolve("breaks.txt");
  }
}
