package dev.authmethods.sandbox.directory;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The claims of a verified token. */
public record TokenClaims(JWTClaimsSet set) {
  /** How long multifactor authentication lasts for users who change their own methods. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** A claim as text, or the empty string. */
  public String text(String name) {
    return String.valueOf(Optional.ofNullable(set.getClaim(name)).orElse(""));
  }

  public Set<String> words(String name) {
    return text(name).isBlank() ? Set.of() : Set.of(text(name).split(" "));
  }

  List<?> list(String name) {
    return set.getClaim(name) instanceof List<?> list ? list : List.of();
  }

  /** Whether the user has proved a second factor a short time ago: {@code auth_time}, or else the token, is not older. */
  boolean haveFreshMfa() {
    var proved =
      set.getClaim("auth_time") instanceof Number seconds
        ? Instant.ofEpochSecond(seconds.longValue())
        : Optional.ofNullable(set.getIssueTime()).map(Date::toInstant).orElse(Instant.EPOCH);
    return list("amr").contains("mfa") && proved.isAfter(Instant.now().minus(FRESH));
  }

  public boolean isFor(String... audiences) {
    return List.of(audiences).stream().anyMatch(set.getAudience()::contains);
  }

  /** Whether the token has run out, or never says when it does. */
  public boolean isExpired() {
    var expires = set.getExpirationTime();
    return expires == null || expires.toInstant().isBefore(Instant.now());
  }
}
