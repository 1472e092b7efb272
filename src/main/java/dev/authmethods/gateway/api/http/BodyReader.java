package dev.authmethods.gateway.api.http;

import dev.authmethods.gateway.api.request.RequestMemory;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/** Reads the bodies of requests, as long as they are no larger and come no later than allowed. */
final class BodyReader {

  private final int maxBytes;
  private final Duration patience;

  BodyReader(DataSize most, Duration patience) {
    this.maxBytes = Math.toIntExact(most.toBytes());
    this.patience = patience;
  }

  /**
   * The whole body; {@link TooLarge}, {@code Overload} when there is no memory for it, or a status of 400 when the
   * client stops in the middle for too long. A client that shortens the time of its request does not shorten this one: its
   * request is then answered as one without time, and not as a broken one.
   */
  Mono<byte[]> of(HttpServerRequest request, RequestMemory memory) {
    return request
      .receive()
      .collect(() -> new Body(maxBytes, memory), Body::add)
      .map(Body::bytes)
      .timeout(patience, Mono.error(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)), timer(request));
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

  /** The bytes of a body so far, in any number of pieces. */
  private static final class Body {

    private static final int USUAL_BYTES = 1_024;

    /** The buffer, twice as large while it grows, and the whole at the end. */
    private static final int COPIES = 3;

    private final ByteBuf bytes = Unpooled.buffer(USUAL_BYTES);
    private final int maxBytes;
    private final RequestMemory memory;

    private Body(int maxBytes, RequestMemory memory) {
      this.maxBytes = maxBytes;
      this.memory = memory;
    }

    private void add(ByteBuf piece) {
      if (bytes.readableBytes() + piece.readableBytes() > maxBytes) {
        throw new TooLarge(maxBytes);
      }
      memory.hold((long) COPIES * piece.readableBytes());
      bytes.writeBytes(piece);
    }

    private byte[] bytes() {
      return ByteBufUtil.getBytes(bytes);
    }
  }

  /** A body has more bytes than allowed. */
  static final class TooLarge extends RuntimeException {

    private final int limit;

    TooLarge(int limit) {
      super(null, null, false, false);
      this.limit = limit;
    }

    JsonResponse answer() {
      return JsonResponse.tooLarge(limit);
    }
  }
}
