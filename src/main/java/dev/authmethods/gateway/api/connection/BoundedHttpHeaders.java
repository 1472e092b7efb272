package dev.authmethods.gateway.api.connection;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.TooLongHttpHeaderException;

/** Headers that are not more than so many: each takes ten times the memory of the three bytes that it can be sent in. */
final class BoundedHttpHeaders extends DefaultHttpHeaders {

  private final int max;
  private int count;

  private BoundedHttpHeaders(DefaultHttpHeadersFactory checks, int max) {
    super(checks.getNameValidator(), checks.getValueValidator());
    this.max = max;
  }

  /** Makes them for what is read, with the checks of another factory. */
  static HttpHeadersFactory factory(DefaultHttpHeadersFactory checks, int max) {
    return new HttpHeadersFactory() {
      @Override
      public HttpHeaders newHeaders() {
        return new BoundedHttpHeaders(checks, max);
      }

      @Override
      public HttpHeaders newEmptyHeaders() {
        return checks.newEmptyHeaders();
      }
    };
  }

  /** Called for each line of a head; {@link TooLongHttpHeaderException} for one too many. */
  @Override
  public HttpHeaders add(CharSequence name, Object value) {
    if (++count > max) {
      throw new TooLongHttpHeaderException("More than " + max + " headers");
    }
    return super.add(name, value);
  }
}
