package dev.authmethods.gateway.entra;

import java.io.IOException;
import java.util.Base64;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses answers that the SDK would take the wrong way: a redirect, which it reads as success without content; a claims
 * challenge, which it answers by sending the request again, even when nobody can read it; and an answer without end.
 */
final class AnswerCheck implements Interceptor {

  private static final long MAX_BYTES = 8L * 1024 * 1024;
  private static final JsonMapper JSON = new JsonMapper();
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final Pattern CLAIMS = Pattern.compile("claims=\"([A-Za-z0-9+/=_-]{1,4096})\"");

  @Override
  public Response intercept(Chain chain) throws IOException {
    var response = chain.proceed(chain.request());
    var claims = response.code() == 401 || response.code() == 403 ? claims(response) : null;
    if (claims != null) {
      response.close();
      throw new Challenged(claims);
    }
    if (response.code() >= 300 && response.code() < 400) {
      response.close();
      throw new IOException("Redirected");
    }
    return limited(response);
  }

  /** Only what is the base64 of a JSON object, and so can be repeated in a header of ours. */
  private static @Nullable String claims(Response response) {
    return response
      .headers(CHALLENGE)
      .stream()
      .map(CLAIMS::matcher)
      .filter(matcher -> matcher.find())
      .map(matcher -> matcher.group(1))
      .filter(AnswerCheck::isObject)
      .findFirst()
      .orElse(null);
  }

  private static boolean isObject(String claims) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(claims.replace('+', '-').replace('/', '_'))).isObject();
    } catch (IllegalArgumentException | JacksonException e) {
      return false;
    }
  }

  private static Response limited(Response response) {
    var limited = response.newBuilder().removeHeader(CHALLENGE);
    var body = response.body();
    if (body != null) {
      var source = Okio.buffer(new Limited(body.source()));
      limited.body(ResponseBody.create(source, body.contentType(), body.contentLength()));
    }
    return limited.build();
  }

  private static final class Limited extends ForwardingSource {

    private long left = MAX_BYTES;

    Limited(Source source) {
      super(source);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      var read = super.read(sink, byteCount);
      left -= Math.max(read, 0);
      if (left < 0) {
        throw new IOException("An answer without end");
      }
      return read;
    }
  }

  /** The answer asks for more claims. */
  static final class Challenged extends IOException {

    private final String claims;

    Challenged(String claims) {
      this.claims = claims;
    }

    String claims() {
      return claims;
    }
  }
}
