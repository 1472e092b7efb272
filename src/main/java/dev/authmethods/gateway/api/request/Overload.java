package dev.authmethods.gateway.api.request;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The gateway has too much to do, all together or for this caller: nothing was done for the request. */
public final class Overload extends ResponseStatusException {

  public Overload() {
    super(HttpStatus.SERVICE_UNAVAILABLE);
  }

  /** Of no use, and it costs next to nothing without. */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
