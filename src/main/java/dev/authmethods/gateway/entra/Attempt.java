package dev.authmethods.gateway.entra;

import okhttp3.Call;
import okhttp3.EventListener;

/** One sending of one request: whether its first byte has left, after which nobody can say that it was not carried out. */
final class Attempt extends EventListener {

  private volatile boolean sent;

  boolean sent() {
    return sent;
  }

  @Override
  public void requestHeadersStart(Call call) {
    sent = true;
  }

  /** Finds the listener that a client left on the request. */
  static EventListener of(Call call) {
    var attempt = call.request().tag(Attempt.class);
    return attempt != null ? attempt : EventListener.NONE;
  }
}
