package dev.authmethods.sandbox.directory;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The claims of a verified token. */
public record TokenClaims(JWTClaimsSet set) {
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

  public boolean isFor(String... audiences) {
    return List.of(audiences).stream().anyMatch(set.getAudience()::contains);
  }

  /** Whether the token has run out, or never says when it does. */
  public boolean isExpired() {
    var expires = set.getExpirationTime();
    return expires == null || expires.toInstant().isBefore(Instant.now());
  }
}
