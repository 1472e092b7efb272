package dev.authmethods.gateway;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.DescribedNode;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.Node;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.parser.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Fields that several mutations have are the same everywhere, and are described in full only once. */
class SchemaConsistencyTests {

  private static final int ONE_LINE = 125;
  /** Their types belong to one mutation. */
  private static final Set<String> TYPED_BY_THE_MUTATION = Set.of("errors", "effect", "items", "results");
  /** They are about the whole list: its items are of one mutation, its key leaves room for their places, and its errors stop all of them. */
  private static final Set<String> OF_A_WHOLE_LIST = Set.of(
    "AddPhoneMethodsInput.items",
    "AddPhoneMethodsInput.idempotencyKey",
    "AddPhoneMethodsPayload.errors",
    "CreateTemporaryAccessPassesInput.items",
    "CreateTemporaryAccessPassesInput.idempotencyKey",
    "CreateTemporaryAccessPassesPayload.errors"
  );

  /** @param rest the type, constraints and description */
  private record Field(String owner, String name, String rest) {
    boolean isOfAWholeList() {
      return OF_A_WHOLE_LIST.contains(owner + "." + name);
    }
  }

  private final List<Document> files = files();

  @Test
  void aFieldOfSeveralInputsHasTheSameTypeConstraintsAndDescriptionInAll() {
    assertSame(
      definitions(InputObjectTypeDefinition.class)
        .filter(input -> input.getName().matches(".*(Input|Item)"))
        .flatMap(input ->
          input
            .getInputValueDefinitions()
            .stream()
            .map(field -> field(input.getName(), field))
        )
    );
  }

  @Test
  void aFieldOfSeveralPayloadsHasTheSameTypeAndDescriptionInAll() {
    assertSame(
      definitions(ObjectTypeDefinition.class)
        .filter(payload -> payload.getName().matches(".*(Payload|Result)"))
        .flatMap(payload ->
          payload
            .getFieldDefinitions()
            .stream()
            .map(field -> field(payload.getName(), field))
        )
    );
  }

  @Test
  void aDescriptionThatStandsThreeTimesIsOneLine() {
    var timesByText = files
      .stream()
      .flatMap(SchemaConsistencyTests::descriptions)
      .collect(groupingBy(text -> text, counting()));
    assertThat(timesByText).hasSizeGreaterThan(100);
    assertThat(timesByText.entrySet())
      .filteredOn(entry -> entry.getValue() >= 3)
      .isNotEmpty()
      .allSatisfy(entry -> assertThat(entry.getKey()).doesNotContain("\n").hasSizeLessThanOrEqualTo(ONE_LINE));
  }

  private static void assertSame(Stream<Field> fields) {
    var formsByName = fields
      .filter(field -> !field.isOfAWholeList())
      .collect(groupingBy(Field::name, mapping(Field::rest, toSet())));
    assertThat(formsByName)
      .hasSizeGreaterThan(5)
      .allSatisfy((name, forms) -> assertThat(forms).as(name).hasSize(1));
  }

  private static Field field(String owner, InputValueDefinition field) {
    return new Field(owner, nameWithDefault(field), rest(field.getName(), field.getType(), field, field));
  }

  /** A field with a default is another field: nobody has to fill it in. */
  private static String nameWithDefault(InputValueDefinition field) {
    return field.getDefaultValue() == null
      ? field.getName()
      : field.getName() + " = " + AstPrinter.printAst(field.getDefaultValue());
  }

  private static Field field(String owner, FieldDefinition field) {
    return new Field(owner, field.getName(), rest(field.getName(), field.getType(), field, field));
  }

  private static String rest(
    String name,
    Type<?> type,
    DirectivesContainer<?> constrained,
    DescribedNode<?> described
  ) {
    var shownType = TYPED_BY_THE_MUTATION.contains(name) ? "" : AstPrinter.printAst(type);
    var constraints = constrained.getDirectives().stream().map(AstPrinter::printAst).toList();
    var description = Objects.requireNonNull(described.getDescription(), name);
    return String.join(" ", shownType, constraints.toString(), description.getContent());
  }

  private static Stream<String> descriptions(Document file) {
    var texts = new ArrayList<String>();
    collect(file, texts);
    return texts.stream();
  }

  private static void collect(Node<?> node, List<String> texts) {
    if (node instanceof DescribedNode<?> described && described.getDescription() != null) {
      texts.add(described.getDescription().getContent().strip());
    }
    node.getChildren().forEach(child -> collect(child, texts));
  }

  private <T> Stream<T> definitions(Class<T> kind) {
    return files
      .stream()
      .flatMap(file -> file.getDefinitions().stream())
      .filter(kind::isInstance)
      .map(kind::cast);
  }

  private static List<Document> files() {
    try (var paths = Files.list(Path.of("schema"))) {
      return paths.sorted().map(SchemaConsistencyTests::parsed).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document parsed(Path file) {
    try {
      return new Parser().parseDocument(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
