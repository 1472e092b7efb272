package dev.authmethods.gateway.audit;

import dev.authmethods.gateway.audit.verify.TrailVerification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of the audit trail, as a reader sees it. */
record AuditFile(Path path, long begin) {
  /** A key that tests sign with. */
  static final String KEY = "a key of the audit trail, for tests only";

  private static final JsonMapper JSON = new JsonMapper();

  /** What is written to the file from now on. */
  static AuditFile fromNow(Path path) {
    try {
      return new AuditFile(path, Files.exists(path) ? Files.size(path) : 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its lines as they are. */
  String text() {
    try {
      var bytes = Files.readAllBytes(path);
      return new String(bytes, (int) begin, bytes.length - (int) begin, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What its lines say of changes, in their order. */
  List<JsonNode> events() {
    return lines()
      .filter(line -> line.has("write"))
      .toList();
  }

  /** Those of one type. */
  List<JsonNode> events(String type) {
    return events()
      .stream()
      .filter(line -> line.path("event").asString().equals(type))
      .toList();
  }

  /** The types of all lines, in their order. */
  List<String> types() {
    return lines()
      .map(line -> line.path("event").asString())
      .toList();
  }

  private Stream<JsonNode> lines() {
    return text().lines().map(JSON::readTree);
  }

  /** The exit code of the command that verifies files, and below it what it prints. */
  static String verify(String key, Object... arguments) {
    var printed = new ByteArrayOutputStream();
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    var code = new TrailVerification(key, out).run(Stream.of(arguments).map(Object::toString).toList());
    return code + "\n" + printed.toString(StandardCharsets.UTF_8);
  }
}
