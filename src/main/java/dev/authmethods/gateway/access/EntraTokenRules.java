package dev.authmethods.gateway.access;

import dev.authmethods.gateway.method.ObjectId;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** The rules that an access token is checked by, beyond its signature. Source: Microsoft Entra, claims validation. */
final class EntraTokenRules {

  /** The tenant of all personal Microsoft accounts. */
  private static final String PERSONAL_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";

  private EntraTokenRules() {}

  static OAuth2TokenValidator<Jwt> of(TokenIssuer issuer, AccessSettings settings) {
    return new DelegatingOAuth2TokenValidator<>(
      timestamps(settings),
      rule(token -> "2.0".equals(token.getClaimAsString("ver"))),
      rule(token -> issuer.issuer().toString().equals(token.getClaimAsString("iss"))),
      rule(token -> List.of(issuer.audience()).equals(token.getAudience())),
      rule(token -> issuer.tenantId().equals(token.getClaimAsString("tid"))),
      rule(token -> !PERSONAL_ACCOUNTS.equals(token.getClaimAsString("tid"))),
      rule(token -> ObjectId.parse(Objects.requireNonNullElse(token.getClaimAsString("oid"), "")) != null),
      rule(token -> settings.clients().isEmpty() || settings.clients().contains(token.getClaimAsString("azp"))),
      rule(token -> !("app".equals(token.getClaimAsString("idtyp")) && token.hasClaim("scp"))),
      rule(permission(settings))
    );
  }

  private static OAuth2TokenValidator<Jwt> timestamps(AccessSettings settings) {
    var validator = new JwtTimestampValidator(settings.clockSkew());
    validator.setAllowEmptyExpiryClaim(false);
    return validator;
  }

  /** A scope makes a token a user's; without one it is an application's, whatever its roles are called. */
  private static Predicate<Jwt> permission(AccessSettings settings) {
    return token ->
      isApplication(token)
        ? settings.acceptApplications() && claims(token, "roles").contains(settings.applicationRole())
        : scopes(token).contains(settings.scope());
  }

  static boolean isApplication(Jwt token) {
    return "app".equals(token.getClaimAsString("idtyp")) || !token.hasClaim("scp");
  }

  static List<String> claims(Jwt token, String name) {
    return Objects.requireNonNullElse(token.getClaimAsStringList(name), List.of());
  }

  private static List<String> scopes(Jwt token) {
    return List.of(Objects.requireNonNullElse(token.getClaimAsString("scp"), "").split(" "));
  }

  private static OAuth2TokenValidator<Jwt> rule(Predicate<Jwt> holds) {
    var refused = OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
    return token -> holds.test(token) ? OAuth2TokenValidatorResult.success() : refused;
  }
}
