package dev.authmethods.gateway.access.security;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.token.AccessSettings;
import dev.authmethods.gateway.access.token.CallerTokenRules;
import dev.authmethods.gateway.method.ObjectId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** A caller whose token has passed every check. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

  private final transient Caller caller;

  /** The authority of who may change what the actuator lets change. */
  static final String OPERATOR = "OPERATOR";

  private CallerAuthentication(Caller caller, List<GrantedAuthority> authorities) {
    super(authorities);
    this.caller = caller;
    setAuthenticated(true);
  }

  static CallerAuthentication of(Jwt token, AccessSettings settings) {
    return new CallerAuthentication(
      new Caller(
        new ObjectId(required(token, "oid")),
        required(token, "tid"),
        token.getClaimAsString("preferred_username"),
        CallerTokenRules.claims(token, "wids"),
        CallerTokenRules.isApplication(token),
        token.getClaimAsString("azp"),
        token.getTokenValue(),
        Objects.requireNonNullElse(token.getExpiresAt(), Instant.EPOCH)
      ),
      authorities(token, settings)
    );
  }

  private static List<GrantedAuthority> authorities(Jwt token, AccessSettings settings) {
    return settings.operatorRole() != null && CallerTokenRules.claims(token, "roles").contains(settings.operatorRole())
      ? List.of(new SimpleGrantedAuthority(OPERATOR))
      : List.of();
  }

  private static String required(Jwt token, String claim) {
    return Objects.requireNonNull(token.getClaimAsString(claim));
  }

  /** The caller. */
  public Caller caller() {
    return caller;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return caller.objectId();
  }
}
