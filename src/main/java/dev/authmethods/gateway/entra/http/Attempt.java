package dev.authmethods.gateway.entra.http;

/** One sending of one request: whether it has begun to leave, after which nobody can say that it was not carried out. */
final class Attempt {

  private volatile boolean sent;

  boolean sent() {
    return sent;
  }

  void leaves() {
    sent = true;
  }
}
