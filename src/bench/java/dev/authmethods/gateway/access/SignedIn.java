package dev.authmethods.gateway.access;

import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** A caller as a request brings it to GraphQL, with the token checked. */
public final class SignedIn {

  private SignedIn() {}

  /** Whoever the token was issued to, by the gateway's own checks. */
  public static Authentication with(String token, ApplicationContext gateway) {
    var checked = gateway.getBean(ReactiveJwtDecoder.class).decode(token).block();
    return CallerAuthentication.of(Objects.requireNonNull(checked));
  }
}
