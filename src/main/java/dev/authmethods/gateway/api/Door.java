package dev.authmethods.gateway.api;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Stands between one connection and Reactor Netty, and answers what should not, or must not, get any further: what is turned away
 * while {@link Admission} lets nobody in, and what Netty cannot read. Reactor Netty takes the latter for a part of the request before
 * while it tidies up after that, and then never answers; and a body that breaks off it takes for a whole one, which must never be
 * carried out.
 *
 * <p>What comes while an earlier request of the connection is open is left to {@link GraphQlEndpoint}, since answers keep the order
 * of their requests.
 */
final class Door extends ChannelDuplexHandler {

  private final Doors doors;

  Door(Doors doors) {
    this.doors = doors;
  }

  /** Requests that were let through and are not answered. */
  private int open;

  /**
   * Whether the last request has come, by its own word. The door keeps it: Reactor Netty, told to end the connection while it
   * tidies up after an answer, or before it gives one, forgets the request that told so.
   */
  private boolean ends;

  /** Whether the answer to the oldest of them has begun. */
  private boolean begun;

  /** The answer to the youngest of them, whose body broke off; nothing comes after it. */
  private @Nullable HttpAnswer broken;

  /** Whether the rest of a request is still to come that was turned away. */
  private boolean dropping;

  /** Whether something was dropped since this connection was read the last time. */
  private boolean dropped;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      dropping = ends || (open == 0 && isAnswered(context, request));
      if (!dropping) {
        letIn(request);
      }
    } else if (!dropping && message instanceof HttpContent content && content.decoderResult().isFailure()) {
      dropping = true;
      breakOff(context, content.decoderResult().cause());
    }
    if (!dropping) {
      context.fireChannelRead(message);
      return;
    }
    dropped = true;
    dropping = !(message instanceof LastHttpContent);
    ReferenceCountUtil.release(message);
  }

  /** Nobody behind the door hears of the end of the body, and so it has none until the connection ends. */
  private void breakOff(ChannelHandlerContext context, Throwable cause) {
    ends = true;
    broken = unreadable(cause);
    answerBroken(context);
  }

  /** When it is its turn, unless it is being answered already. */
  private void answerBroken(ChannelHandlerContext context) {
    if (broken != null && open == 1 && !begun) {
      open = 0;
      send(context, broken.response(), false);
    }
  }

  private void letIn(HttpRequest request) {
    open++;
    if (!HttpUtil.isKeepAlive(request)) {
      ends = true;
      HttpUtil.setKeepAlive(request, true);
    }
  }

  /** Nobody behind the door asks for more when nothing has come through it. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (dropped) {
      dropped = false;
      context.read();
    }
    context.fireChannelReadComplete();
  }

  private boolean isAnswered(ChannelHandlerContext context, HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      answer(context, request, unreadable(request.decoderResult().cause()), false);
      return true;
    }
    if (doors.isTurnedAway(request)) {
      turnAway(context, request);
      return true;
    }
    return false;
  }

  private static HttpAnswer unreadable(Throwable cause) {
    var status = switch (cause) {
      case TooLongHttpLineException _ -> HttpStatus.URI_TOO_LONG;
      case TooLongHttpHeaderException _ -> HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
      default -> HttpStatus.BAD_REQUEST;
    };
    return HttpAnswer.failure(status, Map.of(), Representation.JSON);
  }

  private void turnAway(ChannelHandlerContext context, HttpRequest request) {
    doors.turnAway();
    // Whether the body comes is up to a client that waits to be asked for it: nothing can be read after it.
    var goesOn = HttpUtil.isKeepAlive(request) && !HttpUtil.is100ContinueExpected(request);
    answer(context, request, HttpAnswer.OVERLOADED, goesOn);
  }

  private void answer(ChannelHandlerContext context, HttpRequest request, HttpAnswer answer, boolean goesOn) {
    var response = answer.response();
    doors.describe(request, response);
    send(context, response, goesOn);
  }

  private static void send(ChannelHandlerContext context, FullHttpResponse response, boolean goesOn) {
    if (!goesOn) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    var written = context.writeAndFlush(response);
    if (!goesOn) {
      var _ = written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    var isLast = ends && open == 1;
    if (isLast && message instanceof HttpResponse response && !isInterim(message)) {
      HttpUtil.setKeepAlive(response, false);
    }
    begun |= message instanceof HttpResponse && !isInterim(message);
    if (message instanceof LastHttpContent && !isInterim(message)) {
      open--;
      begun = false;
    }
    var written = context.write(message, isLast ? promise.unvoid() : promise);
    if (ends && open == 0) {
      var _ = written.addListener(ChannelFutureListener.CLOSE);
    }
    answerBroken(context);
  }

  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }
}
