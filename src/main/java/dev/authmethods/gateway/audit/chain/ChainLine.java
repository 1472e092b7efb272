package dev.authmethods.gateway.audit.chain;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of a chain: a JSON object whose first members are its place and whose last ones are the hash of the line before and its
 * own. Its own hash covers every byte of the line before the comma in front of it.
 *
 * @param position its place
 * @param previous the hash of the line before, as the line has it
 * @param content  the object
 * @param isIntact whether its own hash is right
 */
public record ChainLine(ChainPosition position, String previous, JsonNode content, boolean isIntact) {
  private static final String HASH = ",\"hash\":\"";
  private static final Pattern END = Pattern.compile(HASH + "([0-9a-f]{64})\"}");
  private static final int END_LENGTH = HASH.length() + 64 + 2;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A line that was made, with its line feed, and its place. */
  public record Made(ChainPosition position, String text) {}

  /** Makes the line that follows on a place; the members are JSON without the braces. */
  public static Made after(ChainPosition last, String members, LineHash hash) {
    var sequence = last.sequence() + 1;
    var text =
      "{\"chain\":\"" +
      last.chain() +
      "\",\"sequence\":" +
      sequence +
      "," +
      members +
      ",\"previous\":\"" +
      last.hash() +
      "\"";
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var own = hash.of(bytes, bytes.length);
    return new Made(new ChainPosition(last.chain(), sequence, own), text + HASH + own + "\"}\n");
  }

  /** Reads a line without its line feed; null when it has not the form of one. */
  public static @Nullable ChainLine read(byte[] line, LineHash hash) {
    var signed = line.length - END_LENGTH;
    var end = signed < 0 ? null : END.matcher(new String(line, signed, END_LENGTH, StandardCharsets.ISO_8859_1));
    var content = end == null || !end.matches() ? null : object(line);
    return end == null || content == null
      ? null
      : new ChainLine(
          new ChainPosition(text(content, "chain"), content.path("sequence").asLong(0), end.group(1)),
          text(content, "previous"),
          content,
          hash.of(line, signed).equals(end.group(1))
        );
  }

  private static @Nullable JsonNode object(byte[] line) {
    try {
      var node = JSON.readTree(line);
      return node.isObject() ? node : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static String text(JsonNode content, String member) {
    return content.path(member).asString("");
  }

  /** A member of the object, as a text; empty when it has none. */
  public String text(String member) {
    return text(content, member);
  }

  /** Whether it follows on a place: it has the next number, and the hash of that line. */
  public boolean follows(ChainPosition last) {
    return (
      position.chain().equals(last.chain()) &&
      position.sequence() == last.sequence() + 1 &&
      previous.equals(last.hash())
    );
  }
}
