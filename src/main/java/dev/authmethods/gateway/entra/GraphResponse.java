package dev.authmethods.gateway.entra;

import io.netty.handler.codec.http.HttpHeaders;
import java.nio.ByteBuffer;

/** What came back for one request, whole. */
record GraphResponse(int status, HttpHeaders headers, ByteBuffer body) {
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Microsoft Graph may carry the request out later. */
  boolean isOnlyAccepted() {
    return status == 202;
  }
}
