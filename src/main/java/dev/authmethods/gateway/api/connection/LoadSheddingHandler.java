package dev.authmethods.gateway.api.connection;

import dev.authmethods.gateway.api.http.JsonResponse;
import dev.authmethods.gateway.api.http.ResponseMediaType;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessageDecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Stands between one connection and Reactor Netty, and answers the requests that must not get any further: requests
 * that the gateway turns away while {@code AdmissionControl} is full, requests that {@link RequestHeadRules} refuse,
 * and requests that Netty cannot read. Reactor Netty handles an unreadable request wrongly: while it tidies up after
 * the request before, it takes the unreadable one for a part of it, and never answers. It also takes a body that breaks
 * off for a whole one, and such a request must never be executed.
 *
 * <p>A request that arrives while an earlier one of the connection is open waits for the earlier answer, since answers
 * keep the order of their requests. If the gateway is full when its turn comes, the connection ends with the answer
 * before it.
 */
final class LoadSheddingHandler extends ChannelDuplexHandler {

  /** Requests that wait for the answers before them are kept in memory. */
  private static final int MAX_OPEN = 16;

  /** Between a method, an address and a version. */
  private static final int BLANKS_IN_A_LINE = 2;

  private static final Duration LINGER = Duration.ofSeconds(1);

  private final ConnectionPipeline edge;
  private final ConnectionMemory memory;
  private final int maxLineLength;

  LoadSheddingHandler(ConnectionPipeline edge, ConnectionMemory memory, int maxLineLength) {
    this.edge = edge;
    this.memory = memory;
    this.maxLineLength = maxLineLength;
  }

  /** How many parts of requests have come. */
  private int messages;

  /** Whether the last part of a request is still to come. */
  private boolean inRequest;

  /** Requests that were let through and are not answered. */
  private int open;

  /**
   * Whether the client or the gateway has said that the last request has come. It is kept here: if Reactor Netty hears
   * so while it tidies up after an answer, or before it gives one, it forgets it.
   */
  private boolean ends;

  /** Whether the answer to the oldest of them has begun. */
  private boolean begun;

  /** The answer to the youngest of them, whose body broke off; nothing comes after it. */
  private @Nullable JsonResponse broken;

  /** The request that the gateway accepted last. */
  private @Nullable HttpRequest youngest;

  /** Whether the rest of a request is still to come that was turned away. */
  private boolean dropping;

  /** Whether the last answer is sent, and the client is given the time to read it. */
  private boolean lingering;

  /** Whether something was dropped since this connection was read the last time. */
  private boolean dropped;

  /** How many parts of requests have come. */
  int messages() {
    return messages;
  }

  /** Whether nothing has come of a request that was not whole. */
  boolean isBetweenRequests() {
    return !inRequest;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    messages++;
    inRequest = !(message instanceof LastHttpContent);
    if (message instanceof HttpRequest request) {
      dropping = ends || !isLetIn(context, request);
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
    dropping = inRequest;
    ReferenceCountUtil.release(message);
  }

  private boolean isLetIn(ChannelHandlerContext context, HttpRequest request) {
    return open == 0 ? !isAnswered(context, request) : mayWait(request);
  }

  private boolean mayWait(HttpRequest request) {
    ends = open >= MAX_OPEN || refusal(request) != null;
    return !ends;
  }

  /** Nobody behind this hears of the end of the body, and so it has none until the connection ends. */
  private void breakOff(ChannelHandlerContext context, Throwable cause) {
    ends = true;
    broken = unreadable(cause);
    answerBroken(context);
  }

  /** When it is its turn, unless it is being answered already. */
  private void answerBroken(ChannelHandlerContext context) {
    if (broken != null && open == 1 && !begun) {
      open = 0;
      answer(context, Objects.requireNonNull(youngest), broken, false);
    }
  }

  private void letIn(HttpRequest request) {
    open++;
    youngest = request;
    if (!HttpUtil.isKeepAlive(request)) {
      ends = true;
      HttpUtil.setKeepAlive(request, true);
    }
  }

  /** Nobody behind the door asks for more when nothing has come through it. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (dropped || lingering) {
      dropped = false;
      context.read();
    }
    context.fireChannelReadComplete();
  }

  private boolean isAnswered(ChannelHandlerContext context, HttpRequest request) {
    var refusal = refusal(request);
    if (refusal != null) {
      answer(context, request, refusal, false);
      return true;
    }
    if (edge.isTurnedAway(request)) {
      turnAway(context, request);
      return true;
    }
    return false;
  }

  private @Nullable JsonResponse refusal(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return unreadable(request.decoderResult().cause());
    }
    if (lineLength(request) > maxLineLength) {
      return JsonResponse.failure(HttpStatus.URI_TOO_LONG, Map.of(), ResponseMediaType.JSON);
    }
    return isHeld(request) ? RequestHeadRules.refusal(request) : JsonResponse.OVERLOADED;
  }

  private static int lineLength(HttpRequest request) {
    return (
      request.method().name().length() +
      request.uri().length() +
      request.protocolVersion().text().length() +
      BLANKS_IN_A_LINE
    );
  }

  private boolean isHeld(HttpRequest request) {
    return (
      !(request.decoderResult() instanceof HttpMessageDecoderResult read) ||
      memory.holdsHead(read.totalSize(), request.headers().size())
    );
  }

  private static JsonResponse unreadable(Throwable cause) {
    var status = switch (cause) {
      case TooLongHttpLineException _ -> HttpStatus.URI_TOO_LONG;
      case TooLongHttpHeaderException _ -> HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
      default -> HttpStatus.BAD_REQUEST;
    };
    return JsonResponse.failure(status, Map.of(), ResponseMediaType.JSON);
  }

  private void turnAway(ChannelHandlerContext context, HttpRequest request) {
    edge.turnAway();
    // A client that waits for the gateway's word may send the body or not: nothing can be read after it.
    var goesOn = HttpUtil.isKeepAlive(request) && !HttpUtil.is100ContinueExpected(request);
    answer(context, request, JsonResponse.OVERLOADED, goesOn);
  }

  private void answer(ChannelHandlerContext context, HttpRequest request, JsonResponse answer, boolean goesOn) {
    var response = answer.response();
    edge.describe(request, response);
    send(context, response, goesOn && !edge.isEnding());
  }

  private void send(ChannelHandlerContext context, FullHttpResponse response, boolean goesOn) {
    if (goesOn) {
      var _ = context.writeAndFlush(response);
      return;
    }
    ends = true;
    response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    var _ = context.writeAndFlush(response).addListener(_ -> endInPeace(context));
  }

  /**
   * The gateway reads on for a moment: if it closed the connection while the client sends, the client would lose the
   * answer.
   */
  private void endInPeace(ChannelHandlerContext context) {
    if (context.channel() instanceof DuplexChannel socket && context.pipeline().get(SslHandler.class) == null) {
      lingering = true;
      var _ = socket.shutdownOutput();
      context.read();
      var _ = context.executor().schedule(
        () -> {
          var _ = context.close();
        },
        LINGER.toMillis(),
        TimeUnit.MILLISECONDS
      );
    } else {
      var _ = context.close();
    }
  }

  /** The codec reads no further than the limit; an accepted request is still answered. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof DecoderException)) {
      context.fireExceptionCaught(cause);
      return;
    }
    ends = true;
    if (open == 0 && !lingering) {
      var _ = context.close();
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    ends |= edge.isEnding() && open == 1 && message instanceof HttpResponse && !isInterim(message);
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
    if (ends && open == 0 && !lingering) {
      var _ = inRequest
        ? written.addListener(_ -> endInPeace(context))
        : written.addListener(ChannelFutureListener.CLOSE);
    }
    answerBroken(context);
  }

  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }
}
