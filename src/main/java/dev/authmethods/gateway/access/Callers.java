package dev.authmethods.gateway.access;

import java.util.List;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/**
 * Who is calling, by access token: one that has passed every check is known for a while, see {@link KnownCallers}, but not
 * beyond the moment when the tenant is seen to have withdrawn a signing key. One that was refused is checked anew each time.
 */
public final class Callers implements ReactiveAuthenticationManager {

  /** In any case (RFC 9110, section 11.1). */
  private static final String SCHEME = "Bearer ";

  private final ReactiveAuthenticationManager checks;
  private final KnownCallers known;

  Callers(ReactiveAuthenticationManager checks, KnownCallers known) {
    this.checks = checks;
    this.known = known;
  }

  /** The caller, by the values of the header {@code Authorization}; an AuthenticationException when nobody is to be let in. */
  public Mono<Caller> of(List<String> authorization) {
    if (authorization.size() > 1) {
      return Mono.error(new InvalidBearerTokenException("More than one Authorization header"));
    }
    return authorization.isEmpty() || !isBearer(authorization.getFirst())
      ? Mono.error(new AuthenticationCredentialsNotFoundException("No token"))
      : withToken(authorization.getFirst().substring(SCHEME.length())).map(CallerAuthentication::caller);
  }

  private static boolean isBearer(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  @Override
  public Mono<Authentication> authenticate(Authentication authentication) {
    return withToken(((BearerTokenAuthenticationToken) authentication).getToken()).cast(Authentication.class);
  }

  private Mono<CallerAuthentication> withToken(String token) {
    var caller = known.find(token);
    return caller != null ? Mono.just(caller) : checked(token);
  }

  private Mono<CallerAuthentication> checked(String token) {
    return CompactJws.isCanonical(token)
      ? checks
          .authenticate(new BearerTokenAuthenticationToken(token))
          .cast(CallerAuthentication.class)
          .doOnNext(checked -> known.remember(token, checked))
      : Mono.error(new InvalidBearerTokenException("Malformed token"));
  }
}
