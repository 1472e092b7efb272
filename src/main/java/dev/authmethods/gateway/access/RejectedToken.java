package dev.authmethods.gateway.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** An access token that is not accepted, and why. */
public final class RejectedToken extends OAuth2AuthenticationException {

  /** The names of applications and their APIs that a log may show: a GUID, or an application id URI. */
  private static final Pattern SHOWABLE = Pattern.compile("(?:(?:api|https)://)?[A-Za-z0-9][A-Za-z0-9._/:-]{0,199}");

  private final RejectionReason reason;
  private final String shown;

  private RejectedToken(RejectionReason reason, String shown) {
    super(new OAuth2Error("invalid_token"));
    this.reason = reason;
    this.shown = shown;
  }

  /** A token that was rejected for this reason; nothing of the token is shown. */
  public static RejectedToken because(RejectionReason reason) {
    return new RejectedToken(reason, "");
  }

  /** Names the value that was found. Operators see it only if it has the form of a name. */
  public static RejectedToken because(RejectionReason reason, @Nullable String found) {
    return new RejectedToken(reason, found != null && SHOWABLE.matcher(found).matches() ? found : "(not shown)");
  }

  /** A good token without the scope that a user's token must carry; the client learns the scope. */
  public static RejectedToken withoutScope(String scope) {
    return new RejectedToken(RejectionReason.SCOPE, scope);
  }

  /** A token that has expired since it was checked, or within the skew that the gateway allows and Entra does not. */
  public static RejectedToken expired() {
    return because(RejectionReason.EXPIRED);
  }

  /** A token that Entra no longer accepts. */
  public static RejectedToken byEntra() {
    return because(RejectionReason.REFUSED_BY_ENTRA);
  }

  /** The reason, for the log and the metric. */
  public RejectionReason reason() {
    return reason;
  }

  /** The value in the token that was wrong, safe for a log; empty when there is none. */
  public String shown() {
    return shown;
  }
}
