package dev.authmethods.gateway.access;

import java.util.List;
import reactor.core.publisher.Mono;

/** Finds out who is calling. */
public interface Callers {
  /**
   * The caller, by the values of the header {@code Authorization}. Fails with an {@link
   * org.springframework.security.core.AuthenticationException} that {@link Unauthorized} turns into an answer.
   */
  Mono<Caller> of(List<String> authorization);
}
