package dev.authmethods.gateway.api.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of the codec of a connection. It closes the connection when the head of a request takes too long to
 * arrive, or too much memory. It sends no answer: a client that learns of a time-out may repeat a request that must be
 * sent once.
 */
final class RequestHeadHandler extends ChannelInboundHandlerAdapter {

  private final ConnectionMemory memory;
  private final LoadSheddingHandler edge;
  private final Duration timeout;
  private final int maxHeaders;
  private final ConnectionLimits limits;

  /** The least bytes that a header takes, without its line break. */
  private static final int SHORTEST_HEADER = 2;

  /** Bytes of a head that is not complete. */
  private long pending;

  private @Nullable Future<?> timer;

  RequestHeadHandler(
    ConnectionMemory memory,
    LoadSheddingHandler edge,
    ConnectionSettings settings,
    ConnectionLimits limits
  ) {
    this.memory = memory;
    this.edge = edge;
    this.timeout = settings.headTimeout();
    this.maxHeaders = settings.maxHeaders();
    this.limits = limits;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    var messages = edge.messages();
    var bytes = message instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
    context.fireChannelRead(message);
    if (edge.messages() == messages && edge.isBetweenRequests()) {
      waitForTheRest(context, bytes);
    } else {
      pending = 0;
      stop();
    }
  }

  private void waitForTheRest(ChannelHandlerContext context, int bytes) {
    pending += bytes;
    if (!memory.holdsHead(pending, (int) Math.min(maxHeaders, pending / SHORTEST_HEADER))) {
      giveUp(context);
    } else if (timer == null) {
      timer = context.executor().schedule(() -> giveUp(context), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void giveUp(ChannelHandlerContext context) {
    limits.refuse();
    var _ = context.close();
  }

  private void stop() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    stop();
    context.fireChannelInactive();
  }
}
