package dev.authmethods.gateway.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.audit.chain.LineHash;
import dev.authmethods.gateway.audit.sink.ChainedOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command finds every line that is not as the gateway wrote it, where it can be known. */
class TrailVerificationTests {

  private static final String KEY = "a key for tests of the audit trail";
  private static final String HASH = "[0-9a-f]{64}";

  @TempDir
  Path folder;

  private List<String> lines = List.of();

  @BeforeEach
  void write() throws IOException {
    lines = written(KEY);
  }

  /** The start, and the attempts of four writes, of which one has an outcome and one an unknown one. */
  private List<String> written(@Nullable String key) throws IOException {
    var file = folder.resolve("written-" + key);
    var output = ChainedOutput.toFile(file, new LineHash(key));
    for (var event : List.of(
      "\"event\":\"attempt\",\"write\":\"a\",\"operation\":\"addPhoneMethod\"",
      "\"event\":\"outcome\",\"write\":\"a\",\"outcome\":\"applied_upstream\"",
      "\"event\":\"attempt\",\"write\":\"b\",\"operation\":\"resetPassword\",\"target\":\"kim\"",
      "\"event\":\"attempt\",\"write\":\"c\",\"operation\":\"addPhoneMethod\"",
      "\"event\":\"outcome\",\"write\":\"c\",\"outcome\":\"unknown\""
    )) {
      output.append(event, false);
    }
    output.close();
    return Files.readAllLines(file);
  }

  private String verify(List<String> content, String... options) throws IOException {
    return verify(String.join("\n", content) + "\n", KEY, options);
  }

  private String verify(String content, @Nullable String key, String... options) throws IOException {
    var file = Files.writeString(folder.resolve("audit.jsonl"), content);
    var printed = new ByteArrayOutputStream();
    var verification = new TrailVerification(key, new PrintStream(printed, true, StandardCharsets.UTF_8));
    var code = verification.run(Stream.concat(Stream.of(options), Stream.of(file.toString())).toList());
    return code + " " + printed.toString(StandardCharsets.UTF_8);
  }

  private List<String> changed(int index, String line) {
    var others = new ArrayList<>(lines);
    others.set(index, line);
    return others;
  }

  @Test
  void nothingIsWrongWithWhatTheGatewayWrote() throws IOException {
    assertThat(verify(lines))
      .startsWith("0 ")
      .containsPattern("lines 1 to 6, last hash " + HASH)
      .contains("{attempt=3, outcome=2, start=1}", "All lines are in order.");
  }

  @Test
  void writesWithoutAKnownOutcomeAreNamed() throws IOException {
    assertThat(verify(lines))
      .contains("audit.jsonl:4: Attempt without an outcome, write b", "resetPassword by  on kim")
      .contains("audit.jsonl:6: Outcome unknown, write c")
      .doesNotContain("write a");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = KEY)
  void aChangedLineIsFound(@Nullable String key) throws IOException {
    lines = written(key);
    var others = changed(3, lines.get(3).replace("kim", "tim"));
    assertThat(verify(String.join("\n", others) + "\n", key))
      .startsWith("1 ")
      .contains("audit.jsonl:4: This line was changed");
  }

  @Test
  void aForgedLineWithARightHashIsFoundByTheNextLine() throws IOException {
    lines = written(null);
    var forged = folder.resolve("forged");
    var output = ChainedOutput.toFile(forged, new LineHash(null));
    output.append("\"event\":\"attempt\",\"write\":\"a\"", false);
    output.close();
    var others = changed(0, Files.readAllLines(forged).getFirst());
    assertThat(verify(String.join("\n", others) + "\n", null))
      .startsWith("1 ")
      .contains("audit.jsonl:2: ");
  }

  @Test
  void aDroppedLineIsFound() throws IOException {
    var others = new ArrayList<>(lines);
    others.remove(2);
    assertThat(verify(others))
      .startsWith("1 ")
      .contains("audit.jsonl:3: Lines are missing before this one: 4 follows 2");
  }

  @Test
  void linesInAnotherOrderAreFound() throws IOException {
    var others = changed(2, lines.get(3));
    others.set(3, lines.get(2));
    assertThat(verify(others)).startsWith("1 ").contains("audit.jsonl:3: ");
  }

  @Test
  void aRepeatedLineIsFound() throws IOException {
    var others = new ArrayList<>(lines);
    others.add(3, lines.get(2));
    assertThat(verify(others)).startsWith("1 ").contains("audit.jsonl:4: This line is not in its place: 3 follows 3");
  }

  @ParameterizedTest
  @ValueSource(strings = { "", "something else", "{\"event\":\"denied\"}" })
  void anAddedLineIsFound(String added) throws IOException {
    var others = new ArrayList<>(lines);
    others.add(2, added);
    assertThat(verify(others)).startsWith("1 ").contains("audit.jsonl:3: ");
  }

  @Test
  void aLineOfAnotherChainIsFound() throws IOException {
    var others = new ArrayList<>(lines);
    lines = written(KEY + KEY);
    var file = folder.resolve("other");
    var output = ChainedOutput.toFile(file, new LineHash(KEY));
    output.append("\"event\":\"denied\",\"write\":\"z\"", false);
    output.close();
    others.add(Files.readAllLines(file).getLast());
    assertThat(verify(others)).startsWith("1 ").contains("audit.jsonl:7: ", "begins elsewhere");
  }

  @Nested
  class TheEnd {

    @Test
    void thatIsIncompleteIsFound() throws IOException {
      var whole = String.join("\n", lines) + "\n";
      for (int cut : new int[] { 1, 2, 40, 200 }) {
        assertThat(verify(whole.substring(0, whole.length() - cut), KEY))
          .as("%d bytes less", cut)
          .startsWith("1 ")
          .contains("audit.jsonl:6: ");
      }
    }

    @Test
    void thatIsMissingIsFoundOnlyByWhoKnowsIt() throws IOException {
      var hash = lines.getLast().replaceFirst(".*\"hash\":\"(" + HASH + ")\"}", "$1");
      var others = lines.subList(0, 4);
      assertThat(verify(others)).startsWith("0 ");
      assertThat(verify(others, "--known-hash=" + hash))
        .startsWith("1 ")
        .contains("none has the known hash");
      assertThat(verify(others, "--last-sequence=6")).startsWith("1 ").contains("none has the number 6");
      assertThat(verify(lines, "--known-hash=" + hash, "--last-sequence=6")).startsWith("0 ");
    }
  }

  @Nested
  class TheKey {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "another key of more than thirty-two characters")
    void thatIsWrongIsNamedAsAReason(@Nullable String wrong) throws IOException {
      assertThat(verify(String.join("\n", lines) + "\n", wrong))
        .startsWith("1 ")
        .contains(":1: ", "the key is another one");
    }
  }

  @Nested
  class TheCommandLine {

    @ParameterizedTest
    @ValueSource(strings = { "--unknown", "--last-sequence=x" })
    void thatIsWrongIsExplained(String option) throws IOException {
      assertThat(verify(lines, option)).startsWith("2 Usage: verify-audit");
    }

    @Test
    void thatNamesAMissingFileSaysSo() {
      var printed = new ByteArrayOutputStream();
      var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
      assertThat(new TrailVerification(null, out).run(List.of(folder.resolve("nothing").toString()))).isEqualTo(2);
      assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Cannot be read", "nothing");
    }
  }
}
