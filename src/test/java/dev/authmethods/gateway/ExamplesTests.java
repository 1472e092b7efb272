package dev.authmethods.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The playground's examples do what they say. */
@GatewayTest
class ExamplesTests {

  private static final Path EXAMPLES = Path.of("playground", "examples");
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @MethodSource("examples")
  void areAnsweredAsExpected(Example example, Gateway gateway, SandboxControl sandbox) {
    var about = example.about();
    prepare(about, sandbox);
    for (var operation : example.operations()) {
      assertAnswer(run(example, gateway, sandbox, operation), list(about, "expects"));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void areAnsweredAsExpectedWhenTheyAreRunAgain(Example example, Gateway gateway, SandboxControl sandbox) {
    assumeThat(example.operations()).as("a story is told once").hasSize(1);
    var about = example.about();
    var operation = example.operations().getFirst();
    prepare(about, sandbox);
    run(example, gateway, sandbox, operation);
    assertAnswer(run(example, gateway, sandbox, operation), list(about, about.has("again") ? "again" : "expects"));
  }

  /** The last answer of the story says what is left. */
  @Test
  void tellACallAtTheHelpDeskToItsEnd(Gateway gateway, SandboxControl sandbox) {
    var story = new Example("61-a-call-at-the-help-desk");
    var token = sandbox.token("auth-admin");
    var replies = story
      .operations()
      .stream()
      .map(step -> gateway.execute(token, story.document(), variables(story.about()), step))
      .toList();
    assertThat(replies.get(3).at("/data/resetMfa/isComplete").booleanValue()).isTrue();
    assertThat(replies.get(4).textAt("/data/createTemporaryAccessPass/passCodeState")).isEqualTo("SHOWN");
    assertThat(
      replies
        .getLast()
        .listAt("/data/user/authenticationMethods")
        .stream()
        .map(method -> method.path("kind").asString())
    ).containsExactlyInAnyOrder("PASSWORD", "TEMPORARY_ACCESS_PASS");
  }

  @Test
  void haveDifferentNames() {
    assertThat(examples().flatMap(example -> example.operations().stream()))
      .isNotEmpty()
      .doesNotHaveDuplicates();
  }

  @Test
  void nameTheirOperationsInOrder() {
    assertThat(examples().filter(example -> !example.steps().equals(example.operations()))).isEmpty();
  }

  @Test
  void areTwoFilesEach() {
    assertThat(files(".json").map(ExamplesTests::name)).containsExactlyElementsOf(
      files(".graphql").map(ExamplesTests::name).toList()
    );
  }

  static Stream<Example> examples() {
    return files(".graphql").map(ExamplesTests::name).map(Example::new);
  }

  private static void prepare(JsonNode about, SandboxControl sandbox) {
    about
      .path("faults")
      .valueStream()
      .forEach(fault -> sandbox.fault(fault.toString()));
  }

  private static void assertAnswer(Reply reply, List<String> expected) {
    assertThat(reply.at("/data").isObject()).as(reply.text()).isEqualTo(reply.at("/errors").isMissingNode());
    var found = Stream.concat(errors(reply.at("/data")).stream(), codes(reply.at("/errors")));
    assertThat(found).as(reply.text()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Reply run(Example example, Gateway gateway, SandboxControl sandbox, String operation) {
    var about = example.about();
    var token = sandbox.token(about.path("persona").stringValue());
    return gateway.execute(token, example.document(), variables(about), operation);
  }

  /** The types of what stands in every list that is called {@code errors}, however deep. */
  private static List<String> errors(JsonNode data) {
    return Stream.concat(
      data
        .properties()
        .stream()
        .filter(property -> property.getKey().equals("errors"))
        .flatMap(property -> property.getValue().valueStream())
        .map(error -> error.path("__typename").asString("")),
      data.valueStream().flatMap(child -> errors(child).stream())
    ).toList();
  }

  /** The codes of the errors beside the data. */
  private static Stream<String> codes(JsonNode errors) {
    return errors.valueStream().map(error -> error.at("/extensions/code").asString(""));
  }

  private static List<String> list(JsonNode about, String name) {
    return about.path(name).valueStream().map(JsonNode::stringValue).toList();
  }

  private static Map<String, ?> variables(JsonNode about) {
    return JSON.convertValue(
      about.path("variables"),
      JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class)
    );
  }

  private static Stream<Path> files(String ending) {
    try (var files = Files.list(EXAMPLES)) {
      return files
        .filter(file -> file.toString().endsWith(ending))
        .sorted()
        .toList()
        .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
  }

  private static String read(String file) {
    try {
      return Files.readString(EXAMPLES.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Example(String name) {
    String document() {
      return read(name + ".graphql");
    }

    JsonNode about() {
      return JSON.readTree(read(name + ".json"));
    }

    /** The names of its operations, in their order. */
    List<String> operations() {
      Document document = new Parser().parseDocument(document());
      return document
        .getDefinitionsOfType(OperationDefinition.class)
        .stream()
        .map(operation -> String.valueOf(operation.getName()))
        .toList();
    }

    /** What it says of them: of a single one nothing. */
    List<String> steps() {
      var steps = about().path("steps");
      return steps.isMissingNode()
        ? operations().subList(0, 1)
        : steps.valueStream().map(JsonNode::stringValue).toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
