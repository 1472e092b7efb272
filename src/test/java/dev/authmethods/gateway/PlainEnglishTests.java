package dev.authmethods.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * People with English as a second language read the schema, the messages, the documents and the playground. These tests find the
 * forms that they stumble over: a sentence that begins with a relative, such as "What is missing is said by a code", and idioms.
 */
class PlainEnglishTests {

  /** A sentence ends with a mark that white space or the end of the text follows. */
  private static final Pattern RELATIVE = Pattern.compile(
    "\\b(?:What|Who|Whom|Whose|Whoever|Whatever|Where|Wherever)\\b(?:[^.?!]|[.?!](?=\\S))*+(?:[.!]|\\z)"
  );
  private static final Pattern IDIOM = Pattern.compile(
    "\\b(?:so long|of its own|(?:is|are) not to be had|anew|left open|left it open)\\b"
  );
  private static final Pattern DESCRIPTION = Pattern.compile("\"\"\"(?s:(.*?))\"\"\"|\"([^\"\n]*)\"");
  private static final Pattern COMMENT = Pattern.compile("(?m)^# ?(.*)$");
  private static final Pattern TITLE = Pattern.compile("\"title\": \"(.*)\"");
  private static final Pattern LITERAL = Pattern.compile("'((?:[^'\\\\\n]|\\\\.)*)'|\"([^\"\n]*)\"|`([^`]*)`");
  private static final Pattern ELEMENT = Pattern.compile("(?m)^ +([A-Z][^<>{}=;()]*[a-z.])$|>([^<>{}=;()]*[a-z.])<");

  /** @param text one description, message, comment or paragraph, with its place */
  private record Written(Path file, String text) {}

  @Test
  void theDescriptionsOfTheSchemaArePlain() {
    assertPlain(written("schema", ".graphqls", text -> all(DESCRIPTION, text)));
  }

  @Test
  void theMessagesArePlain() {
    assertPlain(
      written("src/main/resources", "messages.properties", text ->
        text.replaceAll("(?m)^[^=]*=", "").replace("\n", "\n\n")
      )
    );
  }

  @Test
  void theExamplesOfThePlaygroundArePlain() {
    assertPlain(written("playground/examples", ".graphql", text -> all(COMMENT, text).replace("\n\n", "\n")));
    assertPlain(written("playground/examples", ".json", text -> all(TITLE, text)));
  }

  @Test
  void thePagesOfThePlaygroundArePlain() {
    assertPlain(written("playground/src", ".ts", text -> all(LITERAL, withoutComments(text))));
    assertPlain(written("playground/src", ".tsx", text -> all(LITERAL, withoutComments(text))));
    assertPlain(written("playground/src", ".tsx", text -> all(ELEMENT, withoutComments(text))));
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "What is wrong with a request is said by a code. | What is wrong with a request is said by a code.",
      "It has a place. Where it stands, it stays | Where it stands, it stays",
      "The gateway reads the user anew. | anew",
      "Every payload has a type of its own. | of its own",
    }
  )
  void thesePatternsFindTheForms(String text, String form) {
    assertThat(found(text)).containsExactly(form);
  }

  @ParameterizedTest
  @CsvSource({ "Who am I?", "What does kim@contoso.com have?", "The gateway says what is wrong.", "Renewed." })
  void thesePatternsLetQuestionsAndPlainSentencesPass(String text) {
    assertThat(found(text)).isEmpty();
  }

  private static void assertPlain(Stream<Written> texts) {
    assertThat(texts)
      .isNotEmpty()
      .filteredOn(written -> !found(written.text()).isEmpty())
      .isEmpty();
  }

  private static List<String> found(String text) {
    return Stream.of(RELATIVE, IDIOM)
      .flatMap(form -> form.matcher(text).results())
      .map(MatchResult::group)
      .toList();
  }

  /** The texts of the files of a folder, divided at empty lines. */
  private static Stream<Written> written(String folder, String ending, UnaryOperator<String> extraction) {
    try (var files = Files.walk(Path.of(folder))) {
      return files
        .filter(file -> file.toString().endsWith(ending))
        .sorted()
        .toList()
        .stream()
        .flatMap(file -> paragraphs(file, extraction));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Written> paragraphs(Path file, UnaryOperator<String> extraction) {
    try {
      return Stream.of(extraction.apply(Files.readString(file)).split("\n\\s*\n"))
        .map(text -> text.strip().replaceAll("\\s+", " "))
        .filter(text -> !text.isEmpty())
        .map(text -> new Written(file, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The groups of all matches, each as a paragraph. */
  private static String all(Pattern pattern, String text) {
    var groups = new StringBuilder();
    pattern
      .matcher(text)
      .results()
      .flatMap(result ->
        Stream.iterate(1, group -> group <= result.groupCount(), group -> group + 1).map(result::group)
      )
      .filter(Objects::nonNull)
      .forEach(group -> groups.append(group).append("\n\n"));
    return groups.toString();
  }

  private static String withoutComments(String text) {
    return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)(^|\\s)//.*$", "");
  }
}
