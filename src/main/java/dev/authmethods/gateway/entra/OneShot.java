package dev.authmethods.gateway.entra;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that a write is sent once.
 *
 * <p>OkHttp repeats a request on its own when a pooled connection turns out to be dead, and after some answers (408, 503 with
 * {@code Retry-After: 0}, 421), unless its body says that it can be written only once. A write without a body gets an empty
 * one for that.
 */
final class OneShot implements Interceptor {

  private static final RequestBody EMPTY = RequestBody.create(new byte[0]);

  @Override
  public Response intercept(Chain chain) throws IOException {
    var request = chain.request();
    var body = request.body();
    var once = new OnceOnly(body == null ? EMPTY : body);
    return chain.proceed(request.newBuilder().method(request.method(), once).build());
  }

  private static final class OnceOnly extends RequestBody {

    private final RequestBody body;

    OnceOnly(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }
}
