package dev.authmethods.gateway.entra.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends the connection of an answer that has too many bytes, or takes too long from its head to its end. */
public final class ResponseLimitHandler extends ChannelInboundHandlerAdapter {

  private final int maxBytes;
  private final Duration longest;
  private long bytes;
  private @Nullable Future<?> end;

  public ResponseLimitHandler(int maxBytes, Duration longest) {
    this.maxBytes = maxBytes;
    this.longest = longest;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpResponse) {
      begin(context);
    }
    if (message instanceof HttpContent content) {
      bytes += content.content().readableBytes();
      if (bytes > maxBytes) {
        ReferenceCountUtil.release(message);
        var _ = context.close();
        return;
      }
    }
    if (message instanceof LastHttpContent) {
      cancel();
    }
    context.fireChannelRead(message);
  }

  private void begin(ChannelHandlerContext context) {
    cancel();
    bytes = 0;
    end = context.executor().schedule(
      () -> {
        var _ = context.close();
      },
      longest.toMillis(),
      TimeUnit.MILLISECONDS
    );
  }

  private void cancel() {
    if (end != null) {
      end.cancel(false);
      end = null;
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    cancel();
    context.fireChannelInactive();
  }
}
