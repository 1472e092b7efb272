package dev.authmethods.gateway.api;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The gateway has too much to do, all together or for this caller: nothing was done for the request. */
final class Overload extends ResponseStatusException {

  static final Overload INSTANCE = new Overload();

  private Overload() {
    super(HttpStatus.SERVICE_UNAVAILABLE);
  }

  /** The same for everybody: it costs next to nothing to be thrown. */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
