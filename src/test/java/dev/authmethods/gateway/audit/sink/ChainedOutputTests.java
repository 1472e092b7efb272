package dev.authmethods.gateway.audit.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.audit.chain.LineHash;
import dev.authmethods.gateway.audit.verify.TrailVerification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines go to an output as one chain, across restarts, new files and failures. */
class ChainedOutputTests {

  private static final String KEY = "a key for tests of the audit trail";
  private static final String LINE = "\"event\":\"denied\",\"write\":\"1\"";

  @TempDir
  Path folder;

  private Path file() {
    return folder.resolve("audit.jsonl");
  }

  private static ChainedOutput open(Path file) {
    return ChainedOutput.toFile(file, new LineHash(KEY));
  }

  private void write(int lines) throws IOException {
    var output = open(file());
    for (int line = 0; line < lines; line++) {
      output.append(LINE, true);
    }
    output.close();
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    return Files.readAllLines(file)
      .stream()
      .map(line -> new JsonMapper().readTree(line))
      .toList();
  }

  private static List<String> events(Path file) throws IOException {
    return lines(file)
      .stream()
      .map(line -> line.path("event").asString())
      .toList();
  }

  private static String verify(Path... files) {
    var printed = new ByteArrayOutputStream();
    var verification = new TrailVerification(KEY, new PrintStream(printed, true, StandardCharsets.UTF_8));
    var code = verification.run(Stream.of(files).map(Path::toString).toList());
    return code + " " + printed.toString(StandardCharsets.UTF_8);
  }

  @Nested
  class AFile {

    @Test
    void beginsWithTheStartOfTheChain() throws IOException {
      write(2);
      assertThat(events(file())).containsExactly("start", "denied", "denied");
      assertThat(lines(file()).getFirst().path("hashes").asString()).isEqualTo("HMAC-SHA256");
      assertThat(verify(file())).startsWith("0 ");
    }

    @Test
    void isContinuedByTheNextProcess() throws IOException {
      write(2);
      write(2);
      assertThat(lines(file()))
        .extracting(line -> line.path("sequence").asLong())
        .containsExactly(1L, 2L, 3L, 4L, 5L);
      assertThat(
        Set.copyOf(
          lines(file())
            .stream()
            .map(line -> line.path("instance").asString())
            .toList()
        )
      ).hasSize(2);
    }

    @Test
    void isContinuedAfterAnIncompleteLineWhichIsTold() throws IOException {
      write(2);
      Files.writeString(file(), "{\"chain\":\"torn", StandardOpenOption.APPEND);
      assertThat(verify(file())).startsWith("1 ").contains(":4: This line is incomplete");
      write(1);
      assertThat(Files.readAllLines(file())).hasSize(6);
      assertThat(verify(file())).startsWith("0 ").contains("incomplete, and the gateway has told so");
    }

    @Test
    void isNoPlaceForTwoProcesses() throws IOException {
      var first = open(file());
      first.append(LINE, true);
      assertThatIOException().isThrownBy(() -> open(file()).append(LINE, true));
      first.close();
    }

    @Test
    void endingWithALineOfAnotherKeyGetsANewChain() throws IOException {
      var other = ChainedOutput.toFile(file(), new LineHash("another key"));
      other.append(LINE, true);
      other.close();
      write(1);
      assertThat(events(file())).containsExactly("start", "denied", "start", "denied");
    }

    @Test
    void thatIsMovedAwayIsFollowedByAnotherWithTheSameChain() throws IOException {
      var moved = folder.resolve("audit.jsonl.1");
      var output = open(file());
      output.append(LINE, false);
      Files.move(file(), moved);
      await().until(() -> {
        output.append(LINE, false);
        return Files.exists(file());
      });
      output.close();
      assertThat(events(file())).doesNotContain("start");
      assertThat(verify(moved, file())).startsWith("0 ");
      assertThat(verify(file(), moved)).startsWith("1 ");
    }

    @Test
    void takesLinesOfManyThreadsInOneOrder() throws Exception {
      var output = open(file());
      var work = new ArrayList<Future<?>>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int thread = 0; thread < 50; thread++) {
          work.add(
            threads.submit(() -> {
              for (int line = 0; line < 20; line++) {
                output.append(LINE, line % 2 == 0);
              }
              return null;
            })
          );
        }
      }
      for (var each : work) {
        each.get();
      }
      output.close();
      assertThat(Files.readAllLines(file())).hasSize(1_001);
      assertThat(verify(file())).startsWith("0 ");
    }
  }

  @Nested
  class AFailure {

    @Test
    void isToldByTheNextLineThatCanBeWritten() throws IOException {
      var output = open(file());
      output.append(LINE, true);
      var moved = folder.resolve("moved");
      Files.move(file(), moved);
      Files.createDirectory(file());
      await().until(() -> fails(output));
      Files.delete(file());
      output.append(LINE, true);
      output.close();
      assertThat(lines(file()).getFirst().path("lost").asLong()).isEqualTo(1);
      assertThat(events(file())).containsExactly("gap", "denied");
      assertThat(verify(moved, file())).startsWith("0 ").contains("could not write 1 lines");
    }

    @Test
    @EnabledIf("hasFullDevice")
    void isAFullDisk() {
      var full = open(Path.of("/dev/full"));
      assertThatIOException()
        .isThrownBy(() -> full.append(LINE, true))
        .withMessageContaining("No space left");
      assertThatIOException().isThrownBy(full::open).withMessageContaining("No space left");
    }

    static boolean hasFullDevice() {
      return Files.exists(Path.of("/dev/full"));
    }

    @Test
    void isAPipeThatNobodyReads() throws IOException {
      var pipe = new PipedOutputStream();
      var reader = new PipedInputStream(pipe, 64 * 1024);
      var output = new ChainedOutput(new StandardOutput(pipe), new LineHash(KEY));
      output.append(LINE, true);
      reader.close();
      assertThatIOException().isThrownBy(() -> output.append(LINE, true));
    }

    @Test
    void isAPipeWhoseReaderIsAsleep() throws Exception {
      var pipe = new PipedOutputStream();
      var reader = new PipedInputStream(pipe, 16);
      var output = new ChainedOutput(new StandardOutput(pipe), new LineHash(KEY));
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var hanging = threads.submit(() -> {
          output.append(LINE, true);
          return null;
        });
        await().until(() -> reader.available() > 0);
        for (int time = 0; time < 2; time++) {
          assertThatIOException()
            .isThrownBy(() -> output.append(LINE, true))
            .withMessageContaining("in time");
        }
        var draining = threads.submit(() -> {
          try (var out = Files.newOutputStream(file())) {
            return reader.transferTo(out);
          }
        });
        hanging.get();
        output.append(LINE, true);
        pipe.close();
        draining.get();
      }
      assertThat(events(file())).containsExactly("start", "gap", "denied", "denied");
      assertThat(verify(file())).startsWith("0 ").contains("could not write 2 lines");
    }

    @Test
    void doesNotGlueTheNextLineToAHalfOne() throws IOException {
      var out = new HalfFailing();
      var output = new ChainedOutput(new StandardOutput(out), new LineHash(KEY));
      output.append(LINE, true);
      out.failing = true;
      assertThatIOException().isThrownBy(() -> output.append(LINE, true));
      out.failing = false;
      output.append(LINE, true);
      Files.write(file(), out.toByteArray());
      assertThat(verify(file())).startsWith("0 ").contains("could not write 1 lines", "has told so");
    }

    private static boolean fails(ChainedOutput output) {
      try {
        output.append(LINE, true);
        return false;
      } catch (IOException e) {
        return true;
      }
    }
  }

  /** Writes half of what it is given, and fails then. */
  private static final class HalfFailing extends OutputStream {

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private boolean failing;

    @Override
    public void write(int one) {
      taken.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      taken.write(bytes, from, failing ? length / 2 : length);
      if (failing) {
        throw new IOException("half");
      }
    }

    byte[] toByteArray() {
      return taken.toByteArray();
    }
  }
}
