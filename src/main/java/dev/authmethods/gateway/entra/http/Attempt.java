package dev.authmethods.gateway.entra.http;

/** One sending of one request: whether it has begun to leave, after which nobody can say that it was not carried out. */
final class Attempt {

  private final String id;
  private volatile boolean sent;

  /** One for the request to the gateway with this id, under which Microsoft Graph is to know it. */
  Attempt(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  boolean sent() {
    return sent;
  }

  void leaves() {
    sent = true;
  }
}
