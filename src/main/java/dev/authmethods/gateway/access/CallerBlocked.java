package dev.authmethods.gateway.access;

import org.springframework.security.core.AuthenticationException;

/** The caller's organization does not let the caller in, as by Conditional Access: signing in again changes nothing. */
public final class CallerBlocked extends AuthenticationException {

  /** Entra does not say more. */
  public CallerBlocked() {
    super("access_denied");
  }
}
