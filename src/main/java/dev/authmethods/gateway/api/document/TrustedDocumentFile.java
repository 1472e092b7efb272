package dev.authmethods.gateway.api.document;

import dev.authmethods.gateway.settings.UnusableSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of documents, each under the hash of its text. */
final class TrustedDocumentFile {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ALGORITHM = "sha256:";

  private TrustedDocumentFile() {}

  /** By their hashes; {@link UnusableSettings} when it cannot be read, or a hash is not that of its text. */
  static Map<String, String> read(Resource location) {
    var texts = new HashMap<String, String>();
    parsed(location).forEach((name, text) -> texts.put(hash(name), text));
    var wrong = texts
      .entrySet()
      .stream()
      .filter(document -> !document.getKey().equals(hashOf(document.getValue())))
      .map(document -> document.getKey() + " is not the SHA-256 of its text")
      .sorted()
      .toList();
    if (!wrong.isEmpty()) {
      throw TrustedDocumentSettings.unusable(wrong);
    }
    return texts;
  }

  private static Map<String, String> parsed(Resource location) {
    try (var in = location.getInputStream()) {
      return texts(JSON.readTree(in), location);
    } catch (IOException | JacksonException e) {
      throw unreadable(location);
    }
  }

  private static Map<String, String> texts(JsonNode list, Resource location) {
    if (!list.isObject() || !list.valueStream().allMatch(JsonNode::isString)) {
      throw unreadable(location);
    }
    var texts = new HashMap<String, String>();
    list.properties().forEach(document -> texts.put(document.getKey(), document.getValue().stringValue()));
    return texts;
  }

  private static UnusableSettings unreadable(Resource location) {
    var problem = "%s cannot be read, or is no JSON object of texts".formatted(location.getDescription());
    return TrustedDocumentSettings.unusable(List.of(problem));
  }

  /** Of an id, which may name the algorithm. */
  static String hash(String id) {
    var hash = id.startsWith(ALGORITHM) ? id.substring(ALGORITHM.length()) : id;
    return hash.toLowerCase(Locale.ROOT);
  }

  /** In hexadecimal digits. */
  static String hashOf(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
