package dev.authmethods.gateway.access;

import org.springframework.security.core.AuthenticationException;

/** The caller has to sign in again, and to do more for it than before; Entra does not say what. Source: RFC 9470. */
public final class InsufficientAuthentication extends AuthenticationException {

  /** A challenge without claims. */
  public InsufficientAuthentication() {
    super("insufficient_user_authentication");
  }
}
