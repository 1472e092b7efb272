package dev.authmethods.gateway.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** An access token that is not accepted, and why. */
public final class TokenRefused extends OAuth2AuthenticationException {

  /** What applications and their APIs are identified by: a GUID, or an application id URI. */
  private static final Pattern SHOWABLE = Pattern.compile("(?:(?:api|https)://)?[A-Za-z0-9][A-Za-z0-9._/:-]{0,199}");

  private final RefusalReason reason;
  private final String shown;

  private TokenRefused(RefusalReason reason, String shown) {
    super(new OAuth2Error("invalid_token"));
    this.reason = reason;
    this.shown = shown;
  }

  static TokenRefused because(RefusalReason reason) {
    return new TokenRefused(reason, "");
  }

  /** Names what was found, which is shown to operators only where it looks as it should. */
  static TokenRefused because(RefusalReason reason, @Nullable String found) {
    return new TokenRefused(reason, found != null && SHOWABLE.matcher(found).matches() ? found : "(not shown)");
  }

  /** A good token without the scope that a user's token must carry, which its client is told. */
  static TokenRefused withoutScope(String scope) {
    return new TokenRefused(RefusalReason.SCOPE, scope);
  }

  /** A token that has expired since it was checked, or within the skew that the gateway allows and Entra does not. */
  public static TokenRefused expired() {
    return because(RefusalReason.EXPIRED);
  }

  /** A token that Entra no longer accepts. */
  public static TokenRefused byEntra() {
    return because(RefusalReason.REFUSED_BY_ENTRA);
  }

  RefusalReason reason() {
    return reason;
  }

  String shown() {
    return shown;
  }
}
