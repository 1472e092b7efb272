package dev.authmethods.gateway.access.token;

import dev.authmethods.gateway.access.RejectedToken;
import dev.authmethods.gateway.access.RejectionReason;
import dev.authmethods.gateway.access.TokenIssuer;
import dev.authmethods.gateway.method.ObjectId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * The rules that an access token is checked by, beyond its signature; the first that it breaks is the reason. Source:
 * https://learn.microsoft.com/entra/identity-platform/claims-validation
 */
public final class CallerTokenRules {

  /** The tenant of all personal Microsoft accounts. */
  private static final String PERSONAL_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";

  /** Claims that tokens of applications do not have. */
  private static final List<String> OF_USERS = List.of("preferred_username", "name", "email", "upn", "nonce");

  private final TokenIssuer issuer;
  private final AccessSettings settings;
  private final JwtTimestampValidator timestamps;

  /** The scope comes last: only a token that is good otherwise is answered with 403. */
  private final List<Function<Jwt, @Nullable RejectedToken>> rules = List.of(
    this::origin,
    this::audience,
    this::caller,
    this::lifetime,
    this::permission
  );

  CallerTokenRules(TokenIssuer issuer, AccessSettings settings) {
    this.issuer = issuer;
    this.settings = settings;
    this.timestamps = new JwtTimestampValidator(settings.clockSkew());
    timestamps.setAllowEmptyExpiryClaim(false);
  }

  /** Throws the reason, a {@link RejectedToken}, in a {@link BadJwtException} when a rule is broken. */
  void check(Jwt token) {
    for (var rule : rules) {
      var refused = rule.apply(token);
      if (refused != null) {
        throw new BadJwtException("Refused", refused);
      }
    }
  }

  private @Nullable RejectedToken origin(Jwt token) {
    var tenant = token.getClaimAsString("tid");
    if (!"2.0".equals(token.getClaimAsString("ver"))) {
      return RejectedToken.because(RejectionReason.VERSION_1);
    }
    if (PERSONAL_ACCOUNTS.equals(tenant)) {
      return RejectedToken.because(RejectionReason.PERSONAL_ACCOUNT);
    }
    if (!issuer.tenantId().equals(tenant)) {
      return RejectedToken.because(RejectionReason.TENANT);
    }
    return unless(issuer.issuer().toString().equals(token.getClaimAsString("iss")), RejectionReason.ISSUER);
  }

  private @Nullable RejectedToken audience(Jwt token) {
    var audience = Objects.requireNonNullElse(token.getAudience(), List.<String>of());
    return List.of(issuer.audience()).equals(audience)
      ? null
      : RejectedToken.because(RejectionReason.AUDIENCE, audience.size() == 1 ? audience.getFirst() : null);
  }

  private @Nullable RejectedToken caller(Jwt token) {
    if (ObjectId.parse(Objects.requireNonNullElse(token.getClaimAsString("oid"), "")) == null) {
      return RejectedToken.because(RejectionReason.OBJECT_ID);
    }
    var client = token.getClaimAsString("azp");
    return settings.clients().isEmpty() || settings.clients().contains(client)
      ? null
      : RejectedToken.because(RejectionReason.CLIENT, client);
  }

  private @Nullable RejectedToken lifetime(Jwt token) {
    var end = token.getExpiresAt();
    if (end == null) {
      return RejectedToken.because(RejectionReason.NO_EXPIRY);
    }
    var reason = end.isBefore(Instant.now()) ? RejectionReason.EXPIRED : RejectionReason.NOT_YET_VALID;
    return unless(!timestamps.validate(token).hasErrors(), reason);
  }

  /** A token with a scope belongs to a user. A token without one belongs to an application if it has any role. */
  private @Nullable RejectedToken permission(Jwt token) {
    if (!isApplication(token)) {
      return scopes(token).contains(settings.scope()) ? null : RejectedToken.withoutScope(settings.scope());
    }
    if (token.hasClaim("scp")) {
      return RejectedToken.because(RejectionReason.CONTRADICTORY);
    }
    if (!settings.acceptApplications()) {
      return RejectedToken.because(token.hasClaim("azp") ? RejectionReason.APPLICATION : RejectionReason.NO_SCOPES);
    }
    if (showsAUser(token)) {
      return RejectedToken.because(RejectionReason.NO_SCOPES);
    }
    return unless(claims(token, "roles").contains(settings.applicationRole()), RejectionReason.APPLICATION_ROLE);
  }

  private static @Nullable RejectedToken unless(boolean holds, RejectionReason reason) {
    return holds ? null : RejectedToken.because(reason);
  }

  /** Whether the token is an application's and not a user's. */
  public static boolean isApplication(Jwt token) {
    return "app".equals(token.getClaimAsString("idtyp")) || !token.hasClaim("scp");
  }

  /**
   * Whether a token without scopes belongs to a user anyway, such as an ID token, which has the same audience and may
   * name the same roles. Only the claim {@code idtyp}, which is optional, says it outright. Source:
   * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
   */
  private static boolean showsAUser(Jwt token) {
    return token.hasClaim("idtyp")
      ? !"app".equals(token.getClaimAsString("idtyp"))
      : !token.hasClaim("azp") || OF_USERS.stream().anyMatch(token::hasClaim);
  }

  /** The values of a claim that is a list; empty when the token does not have it. */
  public static List<String> claims(Jwt token, String name) {
    return Objects.requireNonNullElse(token.getClaimAsStringList(name), List.of());
  }

  private static List<String> scopes(Jwt token) {
    return List.of(Objects.requireNonNullElse(token.getClaimAsString("scp"), "").split(" "));
  }
}
