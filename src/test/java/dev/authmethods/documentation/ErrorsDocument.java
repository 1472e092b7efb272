package dev.authmethods.documentation;

import graphql.language.Description;
import graphql.language.FieldDefinition;
import graphql.language.NamedNode;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The errors: those of mutations from the schema, those of requests by their codes, both with the messages in English. */
final class ErrorsDocument {

  private static final Path DOCUMENT = Path.of("src/docs/errors.md");
  private static final String REQUEST_ERROR = "failure.";
  private static final Pattern CODE = Pattern.compile("\\s*Code:\\s+`(\\w+)`\\.?");

  private final TypeDefinitionRegistry schema;
  private final Properties messages;

  private ErrorsDocument(TypeDefinitionRegistry schema, Properties messages) {
    this.schema = schema;
    this.messages = messages;
  }

  static List<GeneratedPart> parts() throws IOException {
    var document = new ErrorsDocument(schema(), messages("messages.properties"));
    return List.of(
      new GeneratedPart(DOCUMENT, "errors of mutations", document.mutationErrors()),
      new GeneratedPart(DOCUMENT, "errors of requests", document.requestErrors())
    );
  }

  private static TypeDefinitionRegistry schema() throws IOException {
    var all = new TypeDefinitionRegistry();
    try (var files = Files.list(Path.of("schema"))) {
      for (var file : files.sorted().toList()) {
        all.merge(new SchemaParser().parse(Files.readString(file)));
      }
    }
    return all;
  }

  private static Properties messages(String file) throws IOException {
    var messages = new Properties();
    try (var reader = Files.newBufferedReader(Path.of("src/main/resources", file))) {
      messages.load(reader);
    }
    return messages;
  }

  private String mutationErrors() {
    return schema
      .getTypes(ObjectTypeDefinition.class)
      .stream()
      .filter(type ->
        type
          .getImplements()
          .stream()
          .anyMatch(face -> ((TypeName) face).getName().equals("ExpectedError"))
      )
      .sorted(Comparator.comparing(NamedNode::getName))
      .map(this::mutationError)
      .collect(Collectors.joining("\n"));
  }

  private String mutationError(ObjectTypeDefinition type) {
    var description = text(type.getDescription());
    var code = CODE.matcher(description);
    if (!code.find()) {
      throw new IllegalStateException("The description of %s does not end with its code".formatted(type.getName()));
    }
    var fields = type.getFieldDefinitions().stream().filter(this::isNotOfEveryError).map(this::field);
    return Stream.of(
      Stream.of("### `%s`\n".formatted(type.getName())),
      Stream.of("Code `%s`. %s\n".formatted(code.group(1), code.replaceFirst(""))),
      fields,
      Stream.of("- Can come from %s.".formatted(mutations(type.getName()))),
      texts(code.group(1)).map("- “%s”"::formatted),
      Stream.of("")
    )
      .flatMap(lines -> lines)
      .collect(Collectors.joining("\n"));
  }

  private boolean isNotOfEveryError(FieldDefinition field) {
    return !List.of("message", "code", "category", "path", "retryable").contains(field.getName());
  }

  private String field(FieldDefinition field) {
    return "- `%s`: %s".formatted(field.getName(), text(field.getDescription()));
  }

  /** The mutations by the names of their unions, which the schema keeps to. */
  private String mutations(String error) {
    return schema
      .getTypes(UnionTypeDefinition.class)
      .stream()
      .filter(union ->
        union
          .getMemberTypes()
          .stream()
          .anyMatch(member -> ((TypeName) member).getName().equals(error))
      )
      .map(union -> union.getName().replaceFirst("Error$", ""))
      .map(name -> "`" + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "`")
      .sorted()
      .collect(Collectors.joining(", "));
  }

  private Stream<String> texts(String code) {
    return messages
      .stringPropertyNames()
      .stream()
      .filter(key -> key.equals(code) || key.startsWith(code + "."))
      .sorted()
      .map(this::message);
  }

  private String requestErrors() {
    var table = new Table("code", "message");
    var codes = messages
      .stringPropertyNames()
      .stream()
      .filter(key -> key.startsWith(REQUEST_ERROR))
      .sorted()
      .toList();
    if (codes.isEmpty()) {
      throw new IllegalStateException("No message has a key that begins with " + REQUEST_ERROR);
    }
    codes.forEach(key -> table.row("`" + key.substring(REQUEST_ERROR.length()) + "`", message(key)));
    return table.toString();
  }

  /** As a reader sees it, with dots where a value stands. */
  private String message(String key) {
    return messages.getProperty(key).replace("''", "'").replaceAll("\\{\\d[^}]*}", "…");
  }

  private static String text(@Nullable Description description) {
    var content = Objects.requireNonNull(description, "description").getContent().strip();
    return content.replaceAll("\\s+", " ").replace("*", "\\*");
  }
}
