package dev.authmethods.gateway.entra.call;

import com.microsoft.kiota.RequestInformation;
import dev.authmethods.gateway.entra.guard.CallCost;
import dev.authmethods.gateway.entra.http.GraphRequest;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates a request of the Graph SDK into one of the gateway's. */
final class SdkRequest {

  private static final String CONTENT_TYPE = "content-type";

  /** Every request of the gateway has these two. */
  private static final Set<String> USUAL_HEADERS = Set.of("accept", CONTENT_TYPE);

  private SdkRequest() {}

  /** {@link IllegalArgumentException} when the request asks for something that the gateway would leave out. */
  static GraphRequest of(RequestInformation sdk, String root, CallCost cost) {
    if (!sdk.getRequestOptions().isEmpty()) {
      throw new IllegalArgumentException("The options of a request are for the SDK's own transport");
    }
    var method = HttpMethod.valueOf(Objects.requireNonNull(sdk.httpMethod).name());
    return new GraphRequest(cost, method, path(sdk, root), headers(sdk), body(method, sdk));
  }

  /** Below the version, so that the token cannot go to another host. */
  private static String path(RequestInformation sdk, String root) {
    var address = address(sdk, root);
    if (!address.startsWith(root + "/")) {
      throw new IllegalStateException("Not Microsoft Graph");
    }
    return address.substring(root.length());
  }

  private static String address(RequestInformation sdk, String root) {
    try {
      sdk.pathParameters.put("baseurl", root);
      return Objects.requireNonNull(sdk.getUri()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("No address");
    }
  }

  private static Map<String, String> headers(RequestInformation sdk) {
    var headers = new LinkedHashMap<String, String>();
    sdk.headers.forEach((name, values) -> {
      var lowerCase = name.toLowerCase(Locale.ROOT);
      if (lowerCase.equals(CONTENT_TYPE) && !values.equals(Set.of(GraphModels.JSON))) {
        throw new IllegalArgumentException("Content is JSON");
      }
      if (!USUAL_HEADERS.contains(lowerCase)) {
        headers.put(lowerCase, String.join(", ", values));
      }
    });
    return headers;
  }

  private static @Nullable ByteBuffer body(HttpMethod method, RequestInformation sdk) {
    if (sdk.content == null) {
      return method.equals(HttpMethod.POST) || method.equals(HttpMethod.PATCH) || method.equals(HttpMethod.PUT)
        ? ByteBuffer.allocate(0)
        : null;
    }
    try {
      return ByteBuffer.wrap(sdk.content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
