package dev.authmethods.gateway.entra.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.nio.ByteBuffer;

/** The answer to one request, whole. */
public record GraphResponse(int status, HttpHeaders headers, ByteBuffer body) {
  /** Whether the status is from 200 to 299. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Microsoft Graph may carry the request out later. */
  public boolean isOnlyAccepted() {
    return status == 202;
  }
}
