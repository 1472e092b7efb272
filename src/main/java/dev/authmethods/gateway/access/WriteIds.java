package dev.authmethods.gateway.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ids under which Microsoft Graph knows the sendings of one write, for an audit trail and for Microsoft's support. Every thread
 * may add to them and read them.
 */
public final class WriteIds {

  private final List<String> sent = new ArrayList<>(1);
  private final List<String> answered = new ArrayList<>(1);

  /** The write leaves with this {@code client-request-id}. */
  public synchronized void sent(String clientRequestId) {
    sent.add(clientRequestId);
  }

  /** Microsoft Graph has answered with this {@code request-id}; null when its answer has none. */
  public synchronized void answered(@Nullable String requestId) {
    if (requestId != null) {
      answered.add(requestId);
    }
  }

  /** The gateway's ids of the sendings, in their order. */
  public synchronized List<String> clientRequestIds() {
    return List.copyOf(sent);
  }

  /** Microsoft's ids of the sendings that were answered, in their order. */
  public synchronized List<String> requestIds() {
    return List.copyOf(answered);
  }
}
