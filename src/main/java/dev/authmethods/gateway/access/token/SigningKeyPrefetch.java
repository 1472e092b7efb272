package dev.authmethods.gateway.access.token;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;

/** Fetches the tenant's signing keys as soon as the gateway is ready, so that the first caller need not wait for them. */
@Component
class SigningKeyPrefetch {

  /** Header {@code {"alg":"RS256"}}, no claims, no real signature: the keys are needed to refuse it. */
  private static final String NOBODYS = "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl";

  private final ReactiveJwtDecoder accessTokens;

  SigningKeyPrefetch(ReactiveJwtDecoder accessTokens) {
    this.accessTokens = accessTokens;
  }

  /** Waits for nothing; when it fails, the first caller's token makes them be fetched. */
  @EventListener(ApplicationReadyEvent.class)
  void fetch() {
    accessTokens.decode(NOBODYS).subscribe(taken -> {}, refused -> {});
  }
}
