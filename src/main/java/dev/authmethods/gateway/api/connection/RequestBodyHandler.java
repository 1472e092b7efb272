package dev.authmethods.gateway.api.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets no body take for ever. A body that comes more slowly than a kilobyte a second breaks off. When the request is
 * answered already, the gateway reads at most half a megabyte of it, for five seconds. Only the client's time counts,
 * not the time in which nobody asked for more.
 */
final class RequestBodyHandler extends ChannelDuplexHandler {

  private static final int BYTES_A_SECOND = 1024;
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final int MAX_DRAINED_BYTES = 512 * 1024;
  private static final Duration MAX_DRAINING = Duration.ofSeconds(5);

  /** Requests without a whole answer. */
  private int open;

  /** Whether the last part of the youngest is still to come. */
  private boolean inBody;

  /** Nothing more of this connection counts. */
  private boolean brokenOff;

  private long bytes;
  private long waitedNanos;
  private long waitingSince;
  private boolean waiting;
  private @Nullable Future<?> check;
  private @Nullable Future<?> end;

  /** A body comes too slowly. */
  static final class TooSlow extends RuntimeException {

    private TooSlow() {
      super("too slow", null, false, false);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (brokenOff) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest) {
      begin();
    }
    if (message instanceof HttpContent content) {
      proceed(context, content);
    }
    context.fireChannelRead(message);
  }

  private void begin() {
    open++;
    inBody = true;
    bytes = 0;
    waitedNanos = 0;
    waiting = false;
  }

  private void proceed(ChannelHandlerContext context, HttpContent content) {
    stopWaiting();
    bytes += content.content().readableBytes();
    if (content instanceof LastHttpContent) {
      inBody = false;
      cancel();
    } else if (end != null && bytes > MAX_DRAINED_BYTES) {
      var _ = context.close();
    }
  }

  private void stopWaiting() {
    if (waiting) {
      waiting = false;
      waitedNanos += System.nanoTime() - waitingSince;
    }
  }

  private void cancel() {
    check = cancelled(check);
    end = cancelled(end);
  }

  private static @Nullable Future<?> cancelled(@Nullable Future<?> timer) {
    if (timer != null) {
      timer.cancel(false);
    }
    return null;
  }

  /** The component that answers the request, or has answered it, asks for more. */
  @Override
  public void read(ChannelHandlerContext context) {
    if (inBody && !waiting) {
      waiting = true;
      waitingSince = System.nanoTime();
      if (check == null) {
        check = context.executor().schedule(() -> check(context), GRACE.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
    context.read();
  }

  private void check(ChannelHandlerContext context) {
    check = null;
    if (!inBody) {
      return;
    }
    if (isTooSlow()) {
      breakOff(context);
    } else {
      check = context.executor().schedule(() -> check(context), 1, TimeUnit.SECONDS);
    }
  }

  private boolean isTooSlow() {
    var waited = Duration.ofNanos(waitedNanos + (waiting ? System.nanoTime() - waitingSince : 0));
    return waited.compareTo(GRACE) >= 0 && bytes < BYTES_A_SECOND * waited.toSeconds();
  }

  private void breakOff(ChannelHandlerContext context) {
    brokenOff = true;
    inBody = false;
    cancel();
    var last = new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER);
    last.setDecoderResult(DecoderResult.failure(new TooSlow()));
    context.fireChannelRead(last);
    context.fireChannelReadComplete();
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof LastHttpContent && !isInterim(message)) {
      open--;
      if (open == 0 && inBody) {
        drain(context);
      }
    }
    var _ = context.write(message, promise);
  }

  private void drain(ChannelHandlerContext context) {
    bytes = 0;
    check = cancelled(check);
    end = context.executor().schedule(
      () -> {
        var _ = context.close();
      },
      MAX_DRAINING.toMillis(),
      TimeUnit.MILLISECONDS
    );
  }

  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    inBody = false;
    cancel();
    context.fireChannelInactive();
  }
}
