package dev.authmethods.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * People with English as a second language read the schema, the messages, the documents, the playground and the code. These tests
 * find the forms that they stumble over: a sentence that begins with a relative, such as "What is missing is said by a code", and
 * idioms.
 */
class PlainEnglishTests {

  /** A sentence ends with a mark that white space or the end of the text follows. */
  private static final Pattern RELATIVE = Pattern.compile(
    "\\b(?:What|Who|Whom|Whose|Whoever|Whatever|Where|Wherever)\\b(?:[^.?!]|[.?!](?=\\S))*+(?:[.!]|\\z)"
  );
  private static final Pattern IDIOM = Pattern.compile(
    "\\b(?:so long|as long as one|(?:is|are|was|were) (?:not )?to be had|anew|left (?:it |them )?open|the (?:latter|former)" +
      "|of (?:its|their|his|her|your|my|one's) own(?! account)|be it|be they|thereby|whereby|as it were|for want of|but for" +
      "|which (?:it|they) (?:is|are|was|were|has|have|does|do|did|can) not|whatever|whoever|whichever|wherever)\\b"
  );

  /** A name of a test begins with a relative. */
  private static final Pattern RELATIVE_NAME = Pattern.compile("^(?:what|who|whom|whose|where)\\b.*");
  private static final Pattern DESCRIPTION = Pattern.compile("\"\"\"(?s:(.*?))\"\"\"|\"([^\"\n]*)\"");
  private static final Pattern COMMENT = Pattern.compile("(?m)^# ?(.*)$");
  private static final Pattern TITLE = Pattern.compile("\"title\": \"(.*)\"");
  private static final Pattern LITERAL = Pattern.compile("'((?:[^'\\\\\n]|\\\\.)*)'|\"([^\"\n]*)\"|`([^`]*)`");
  private static final Pattern JAVA = Pattern.compile(
    "\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)+'|/\\*((?s:.*?))\\*/|((?: *//.*\\n)+)"
  );
  private static final Pattern NAME = Pattern.compile("\\bvoid (\\w+)\\(|\\bclass ([A-Z]\\w*)");
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

  @Test
  void theDocumentsArePlain() {
    assertPlain(written("README.md", ".md", PlainEnglishTests::cells));
    assertPlain(written("src/docs", ".md", PlainEnglishTests::cells));
    assertPlain(written(".github", ".md", PlainEnglishTests::cells));
  }

  @ParameterizedTest
  @ValueSource(strings = { "src/main/java", "src/sandbox/java" })
  void theCommentsOfTheCodeArePlain(String folder) {
    assertPlain(written(folder, ".java", PlainEnglishTests::comments));
  }

  @Test
  void theNamesOfTheTestsArePlain() {
    assertPlain(written("src/test/java", ".java", PlainEnglishTests::namesOfTests));
    assertThat(written("src/test/java", ".java", PlainEnglishTests::namesOfTests))
      .filteredOn(written -> RELATIVE_NAME.matcher(written.text()).matches())
      .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "What is wrong with a request is said by a code. | What is wrong with a request is said by a code.",
      "It has a place. Where it stands, it stays | Where it stands, it stays",
      "The gateway reads the user anew. | anew",
      "Every payload has a type of its own. | of its own",
      "It waits, be it for ten minutes. | be it",
      "It takes every text, whatever its length. | whatever",
    }
  )
  void thesePatternsFindTheForms(String text, String form) {
    assertThat(found(text)).containsExactly(form);
  }

  @ParameterizedTest
  @CsvSource({
    "Who am I?",
    "What does kim@contoso.com have?",
    "The gateway says what is wrong.",
    "Renewed.",
    "The methods of their own account.",
  })
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

  /** The cells of tables and the items of lists are paragraphs; examples in code are not English. */
  private static String cells(String text) {
    return text
      .replaceAll("(?s)```.*?```", "")
      .replaceAll("\\n(?= *(?:[-*]|\\d+\\.) )", "\n\n")
      .replaceAll("[|]", "\n\n");
  }

  private static String comments(String text) {
    return all(JAVA, text)
      .replaceAll("(?m)^ *(?:\\*+|//) ?", "")
      .replaceAll("<(?:p|li)>|(?m)^@(?:param|return|throws)", "\n\n");
  }

  private static String namesOfTests(String text) {
    return all(NAME, text)
      .replace('_', ' ')
      .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
      .toLowerCase(Locale.ROOT);
  }

  private static String withoutComments(String text) {
    return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)(^|\\s)//.*$", "");
  }
}
