package dev.authmethods.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** The body of a request, inflated: SDKs built on kiota compress it (RFC 9110, 8.4). */
public final class RequestBody {

  /** The most bytes that Microsoft Graph takes, inflated. */
  public static final int LIMIT = 4 * 1024 * 1024;

  /** A fault can hold an answer that no client should take. */
  private static final int LIMIT_OF_CONTROLS = 16 * LIMIT;

  private RequestBody() {}

  /**
   * The text of a body.
   *
   * @param contentEncoding the header, empty when there is none; several codings in the order in which they were applied
   * @param isForControls   whether it is for the sandbox itself, and not for what it stands in for
   * @throws Unreadable with the status to answer: 400 for broken data, 413 beyond the limit, 415 for an unknown coding
   */
  static String read(byte[] bytes, String contentEncoding, boolean isForControls) throws Unreadable {
    int limit = isForControls ? LIMIT_OF_CONTROLS : LIMIT;
    if (bytes.length == 0) {
      return ""; // Some handlers name the coding of every request, also of one that has no body.
    }
    InputStream plain = new ByteArrayInputStream(bytes);
    try {
      for (var coding : codings(contentEncoding).reversed()) {
        plain = inflated(plain, coding);
      }
      var inflated = plain.readNBytes(limit + 1);
      if (inflated.length > limit) {
        throw new Unreadable(413);
      }
      return new String(inflated, UTF_8);
    } catch (IOException exception) {
      throw new Unreadable(400, exception);
    }
  }

  /** A body that cannot be read, with the status that says why. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;
    private final int status;

    private Unreadable(int status) {
      this.status = status;
    }

    private Unreadable(int status, Throwable cause) {
      super(cause);
      this.status = status;
    }

    HttpReply reply() {
      var json = JsonTree.object();
      json.putObject("error").put("code", "BadRequest").put("message", "The request body cannot be read.");
      return HttpReply.json(status, json).with(
        Map.of("Content-Type", "application/json", "Accept-Encoding", "gzip, deflate")
      );
    }
  }

  private static List<String> codings(String contentEncoding) {
    return Stream.of(contentEncoding.split(","))
      .map(coding -> coding.trim().toLowerCase(ROOT))
      .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
      .toList();
  }

  private static InputStream inflated(InputStream compressed, String coding) throws IOException, Unreadable {
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(compressed);
      case "deflate" -> new InflaterInputStream(compressed);
      default -> throw new Unreadable(415);
    };
  }
}
