package dev.authmethods.sandbox.fault;

import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.method.MethodKind;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The change that a second administrator makes to a method, or to the sessions or the password of a user, while a call is answered.
 *
 * @param when before or after the work of the call
 * @param path relative to the version root, like {@code /users/{id}/authentication/phoneMethods}
 * @param body the body of the request; none when absent
 */
public record ConcurrentEdit(When when, String method, String path, @Nullable JsonNode body) {
  private static final Set<String> METHODS = Set.of("POST", "PATCH", "DELETE");
  private static final Pattern REVOCATION = Pattern.compile("/users/[^/]+/revokeSignInSessions");
  private static final Pattern PASSWORD_RESET = Pattern.compile(
    "/users/[^/]+/authentication/methods/[^/?]+/resetPassword"
  );
  private static final Pattern METHOD_PATH = Pattern.compile("/users/[^/]+/authentication/([^/?]+)(/[^?]*)?");

  public ConcurrentEdit {
    var complete = when != null && method != null && path != null;
    if (!complete || !METHODS.contains(method) || !isKnown(path) || !(isAbsent(body) || isJson(body))) {
      throw new IllegalArgumentException("No such change");
    }
  }

  private static boolean isKnown(String path) {
    var matcher = METHOD_PATH.matcher(path);
    var isOfMethods = matcher.matches() && MethodKind.ofCollection(matcher.group(1)).isPresent();
    return isOfMethods || REVOCATION.matcher(path).matches() || PASSWORD_RESET.matcher(path).matches();
  }

  /** On which side of the work. */
  public enum When {
    BEFORE,
    AFTER,
  }

  public HttpCall call() {
    return HttpCall.of(
      method,
      path,
      Map.of("Content-Type", "application/json"),
      isAbsent(body) ? "" : String.valueOf(body)
    );
  }

  private static boolean isAbsent(@Nullable JsonNode body) {
    return body == null || body.isNull() || body.isMissingNode();
  }

  private static boolean isJson(@Nullable JsonNode body) {
    return body != null && body.isObject();
  }
}
