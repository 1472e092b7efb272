package dev.authmethods.gateway.entra.token;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import dev.authmethods.gateway.entra.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * An answer of the login that Entra would not give: no token, and no error with a description. The library would throw
 * it without its status and its other fields.
 */
final class FailedTokenResponse extends RuntimeException {

  private final int status;
  private final @Nullable String retryAfter;
  private final String error;

  private FailedTokenResponse(int status, @Nullable String retryAfter, String error) {
    super("status " + status, null, false, false);
    this.status = status;
    this.retryAfter = retryAfter;
    this.error = error;
  }

  int status() {
    return status;
  }

  @Nullable
  String retryAfter() {
    return retryAfter;
  }

  /** The error code of OAuth 2.0; empty when the answer names none. */
  String error() {
    return error;
  }

  /** Throws it, after the client has asked as often as it does. */
  static final class Policy extends HttpPipelineSyncPolicy {

    @Override
    public HttpPipelinePosition getPipelinePosition() {
      return HttpPipelinePosition.PER_CALL;
    }

    @Override
    protected HttpResponse afterReceivedResponse(HttpPipelineCallContext context, HttpResponse response) {
      // Only requests for tokens have this form.
      return context.getHttpRequest().getHttpMethod() == HttpMethod.POST ? checked(response) : response;
    }

    private static HttpResponse checked(HttpResponse response) {
      var buffered = response.buffer();
      var read = Named.in(buffered.getBodyAsBinaryData().toBytes());
      if (buffered.getStatusCode() == 200 ? read.token() : read.described()) {
        return buffered;
      }
      throw new FailedTokenResponse(
        buffered.getStatusCode(),
        buffered.getHeaderValue(HttpHeaderName.RETRY_AFTER),
        read.error()
      );
    }
  }

  /** The fields of an answer. Source: RFC 6749, sections 5.1 and 5.2. */
  private record Named(boolean token, String error, boolean described) {
    private static final Named NOTHING = new Named(false, "", false);

    static Named in(byte[] body) {
      try {
        return body.length == 0 ? NOTHING : Json.read(body, Named::of);
      } catch (RuntimeException noJson) {
        return NOTHING;
      }
    }

    private static Named of(JsonParser in) {
      boolean token = false;
      String error = null;
      boolean described = false;
      Json.enterObject(in);
      for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
        switch (name) {
          case "access_token" -> token = Json.text(in) != null;
          case "error" -> error = Json.text(in);
          case "error_description" -> described = Json.text(in) != null;
          default -> in.skipChildren();
        }
      }
      return new Named(token, Objects.requireNonNullElse(error, ""), error != null && described);
    }
  }
}
