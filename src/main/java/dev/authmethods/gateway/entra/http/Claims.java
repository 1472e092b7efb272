package dev.authmethods.gateway.entra.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the claims that Microsoft wants a caller to sign in again with. Source:
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
public final class Claims {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MAX_LENGTH = 4_096;
  private static final Pattern CLAIMS = Pattern.compile("claims=\"([A-Za-z0-9+/=_-]{1," + MAX_LENGTH + "})\"");

  private Claims() {}

  /** The statuses that a challenge comes with: continuous access evaluation's, and that of conditional access. */
  public static boolean canCome(int status) {
    return status == 401 || status == 403;
  }

  /** Only what is the base64 of a JSON object, and so can be repeated in a header of ours; null when there is none. */
  public static @Nullable String in(List<String> challenges) {
    return challenges
      .stream()
      .map(CLAIMS::matcher)
      .filter(matcher -> matcher.find())
      .map(matcher -> matcher.group(1))
      .filter(Claims::isObject)
      .findFirst()
      .orElse(null);
  }

  /** The base64 of claims; null when they are no JSON object, or too long for a header of ours. */
  public static @Nullable String encoded(String json) {
    var claims = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    return claims.length() <= MAX_LENGTH && isObject(claims) ? claims : null;
  }

  private static boolean isObject(String claims) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(claims.replace('+', '-').replace('/', '_'))).isObject();
    } catch (IllegalArgumentException | JacksonException e) {
      return false;
    }
  }
}
