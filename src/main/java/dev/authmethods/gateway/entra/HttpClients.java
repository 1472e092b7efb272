package dev.authmethods.gateway.entra;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The two HTTP clients. The one for reads may repeat what a dead connection swallowed; the one for writes sends once. Neither
 * has the SDK's own handlers, which repeat and redirect writes.
 */
final class HttpClients {

  private static final Duration KEEP_IDLE = Duration.ofSeconds(30);
  private static final int IDLE_CONNECTIONS = 256;

  /** How exactly a timeout is kept. */
  private static final Duration TICK = Duration.ofMillis(50);

  private static final int TICKS = 512;

  private final EntraSettings settings;
  private final OkHttpClient reads;
  private final OkHttpClient writes;
  private final Timer timer = new HashedWheelTimer(
    Thread.ofPlatform().daemon().name("deadlines").factory(),
    TICK.toMillis(),
    TimeUnit.MILLISECONDS,
    TICKS,
    // It lives as long as the process.
    false
  );

  HttpClients(EntraSettings settings, Trust trust, Pressure pressure) {
    this.settings = settings;
    this.reads = http(settings, trust, pressure).addNetworkInterceptor(HttpClients::repeatedByReadsAlone).build();
    this.writes = http(settings, trust, pressure).addInterceptor(new OneShot()).build();
  }

  <T> T read(okhttp3.Request request, Duration left, Use<T> use) throws IOException {
    return within(left, reads.newCall(request), use);
  }

  <T> T write(okhttp3.Request request, Duration left, Use<T> use) throws IOException {
    return within(left, writes.newCall(request), use);
  }

  /** OkHttp's own timeouts stand in one sorted list behind one lock. */
  private <T> T within(Duration left, okhttp3.Call sending, Use<T> use) throws IOException {
    var timeout = timer.newTimeout(_ -> sending.cancel(), limited(left).toNanos(), TimeUnit.NANOSECONDS);
    try (var response = sending.execute()) {
      return use.of(response);
    } finally {
      timeout.cancel();
    }
  }

  private Duration limited(Duration left) {
    if (left.isNegative() || left.isZero()) {
      throw new EntraFailure.Unavailable(false, null);
    }
    return left.compareTo(settings.callTimeout()) < 0 ? left : settings.callTimeout();
  }

  /** What is made of an answer before it is closed. */
  interface Use<T> {
    T of(Response response) throws IOException;
  }

  private static OkHttpClient.Builder http(EntraSettings settings, Trust trust, Pressure pressure) {
    return new OkHttpClient.Builder()
      .connectTimeout(settings.connectTimeout())
      // The call as a whole has a limit, which is kept below.
      .readTimeout(Duration.ZERO)
      .writeTimeout(Duration.ZERO)
      .followRedirects(false)
      .followSslRedirects(false)
      .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, KEEP_IDLE.toMillis(), TimeUnit.MILLISECONDS))
      .sslSocketFactory(trust.context().getSocketFactory(), trust.manager())
      .eventListenerFactory(Attempt::of)
      .addInterceptor(withRequestId())
      .addInterceptor(new AnswerCheck())
      .addInterceptor(reportingTo(pressure));
  }

  private static Interceptor reportingTo(Pressure pressure) {
    return chain -> {
      var response = chain.proceed(chain.request());
      pressure.report(response.header(Pressure.HEADER));
      return response;
    };
  }

  /** OkHttp repeats by itself what shall be repeated at once, unless the wait is written as it does not expect it. */
  private static Response repeatedByReadsAlone(Interceptor.Chain chain) throws IOException {
    var response = chain.proceed(chain.request());
    return "0".equals(response.header("Retry-After"))
      ? response.newBuilder().header("Retry-After", "0.0").build()
      : response;
  }

  /** Lets one attempt be found in Microsoft's own diagnostics. Source: Microsoft Graph, best practices. */
  private static Interceptor withRequestId() {
    return chain ->
      chain.proceed(chain.request().newBuilder().header("client-request-id", requestId().toString()).build());
  }

  /** Unique is enough here; one that nobody can guess would cost more. */
  private static UUID requestId() {
    var random = ThreadLocalRandom.current();
    long version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
    long variant2 = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(version4, variant2);
  }
}
