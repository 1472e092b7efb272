package dev.authmethods.gateway.api;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/** Reads the bodies of requests, as long as they are no larger and come no later than allowed. */
final class Bodies {

  private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);
  private static final byte[] NOTHING = {};

  private final int maxBytes;

  Bodies(DataSize most) {
    this.maxBytes = Math.toIntExact(most.toBytes());
  }

  /** All of it; {@link TooLarge}, or a status of 400 from whoever stops in the middle for too long. */
  Mono<byte[]> of(HttpServerRequest request, Duration patience) {
    return DataBufferUtils.join(request.receive().retain().map(BUFFERS::wrap), maxBytes)
      .onErrorMap(DataBufferLimitException.class, _ -> new TooLarge(maxBytes))
      .map(Bodies::bytes)
      .defaultIfEmpty(NOTHING)
      .timeout(patience, Mono.error(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)), timer(request));
  }

  private static byte[] bytes(DataBuffer buffer) {
    var bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  /** The thread that reads also keeps the time: to set another's clock for each request takes longer than reading it. */
  private static Scheduler timer(HttpServerRequest request) {
    var channel = new AtomicReference<Channel>();
    request.withConnection(connection -> channel.set(connection.channel()));
    return timer(Objects.requireNonNull(channel.get()));
  }

  /** One that has been closed already may have no thread any more. */
  private static Scheduler timer(Channel channel) {
    return channel.isRegistered() ? Schedulers.fromExecutorService(channel.eventLoop()) : Schedulers.parallel();
  }

  /** A body has more bytes than allowed. */
  static final class TooLarge extends RuntimeException {

    private final int limit;

    TooLarge(int limit) {
      super(null, null, false, false);
      this.limit = limit;
    }

    HttpAnswer answer() {
      return HttpAnswer.tooLarge(limit);
    }
  }
}
