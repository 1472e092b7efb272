package dev.authmethods.gateway.access.security;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.Callers;
import dev.authmethods.gateway.access.RejectedToken;
import dev.authmethods.gateway.access.RejectionReason;
import dev.authmethods.gateway.access.token.CompactJws;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/**
 * Checks access tokens. {@link CallerCache} keeps a token that has passed every check, but no longer than until the tenant
 * withdraws a signing key. A rejected token is checked again each time.
 */
final class CallerAuthenticator implements Callers, ReactiveAuthenticationManager {

  /** In any case (RFC 9110, section 11.1), and one blank or more after it (RFC 6750, section 2.1). */
  private static final Pattern CREDENTIALS = Pattern.compile("bearer +(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final ReactiveAuthenticationManager checks;
  private final CallerCache known;
  private final RejectionLog refusals;

  CallerAuthenticator(ReactiveAuthenticationManager checks, CallerCache known, RejectionLog refusals) {
    this.checks = checks;
    this.known = known;
    this.refusals = refusals;
  }

  @Override
  public Mono<Caller> of(List<String> authorization) {
    return token(authorization)
      .switchIfEmpty(Mono.defer(() -> refused(new AuthenticationCredentialsNotFoundException("No token"))))
      .flatMap(this::withToken)
      .map(CallerAuthentication::caller);
  }

  /** The token in the values of that header; empty when there is none. */
  Mono<String> token(List<String> authorization) {
    if (authorization.size() > 1) {
      return refused(RejectedToken.because(RejectionReason.SEVERAL_TOKENS));
    }
    if (authorization.isEmpty()) {
      return Mono.empty();
    }
    var credentials = CREDENTIALS.matcher(authorization.getFirst());
    return credentials.matches() ? Mono.just(credentials.group(1)) : Mono.empty();
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
          .onErrorMap(InvalidBearerTokenException.class, CallerAuthenticator::reason)
          .doOnError(refusals::report)
      : refused(RejectedToken.because(RejectionReason.MALFORMED));
  }

  /** The decoder finds a token that cannot be read as a JWT. */
  private static RejectedToken reason(InvalidBearerTokenException refused) {
    return refused.getCause() instanceof BadJwtException bad && bad.getCause() instanceof RejectedToken known
      ? known
      : RejectedToken.because(RejectionReason.MALFORMED);
  }

  private <T> Mono<T> refused(AuthenticationException refusal) {
    return Mono.<T>error(refusal).doOnError(refusals::report);
  }
}
