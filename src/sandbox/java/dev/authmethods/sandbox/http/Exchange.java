package dev.authmethods.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpServerCodec;
import java.util.TreeMap;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.FutureMono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Carries calls from the wire to a handler, and answers back: whole, late, in part, or not at all. */
final class Exchange {

  private final Function<HttpCall, Delivery> handler;

  Exchange(Function<HttpCall, Delivery> handler) {
    this.handler = handler;
  }

  Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
    return request
      .receive()
      .aggregate()
      .asByteArray()
      .defaultIfEmpty(new byte[0])
      .map(body -> answer(request, body))
      .flatMap(delivery -> carry(delivery, response));
  }

  private Delivery answer(HttpServerRequest request, byte[] body) {
    try {
      var encoding = request.requestHeaders().getAsString(HttpHeaderNames.CONTENT_ENCODING);
      var isForControls = request.uri().startsWith("/sandbox/");
      return handler.apply(read(request, RequestBody.read(body, encoding == null ? "" : encoding, isForControls)));
    } catch (RequestBody.Unreadable unreadable) {
      return Delivery.now(unreadable.reply());
    }
  }

  /** A header that is there several times is one list (RFC 9110, 5.3). */
  private static HttpCall read(HttpServerRequest request, String body) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    request
      .requestHeaders()
      .forEach(header -> headers.merge(header.getKey(), header.getValue(), (one, other) -> one + ", " + other));
    var origin = request.scheme() + "://" + headers.getOrDefault("Host", "localhost");
    return HttpCall.of(origin, request.method().name(), request.uri(), headers, body);
  }

  /** The work after the answer is done also when the caller has not waited for the answer. */
  private static Mono<Void> carry(Delivery delivery, HttpServerResponse response) {
    var shown = Mono.using(
      () -> delivery,
      late -> afterItsDelay(late).then(Mono.defer(() -> show(late, response))),
      late -> late.afterwards().run()
    );
    // An ordinary end of the answer must not follow: the closed connection ends the exchange.
    return delivery.ending() == Delivery.Ending.WHOLE ? shown : shown.then(Mono.never());
  }

  private static Mono<?> afterItsDelay(Delivery delivery) {
    return delivery.delay().isZero() ? Mono.empty() : Mono.delay(delivery.delay());
  }

  private static Mono<Void> show(Delivery delivery, HttpServerResponse response) {
    return switch (delivery.ending()) {
      case WHOLE -> whole(delivery.reply(), response);
      case DROPPED -> onChannel(response, Channel::close);
      case TRUNCATED -> onChannel(response, channel -> halfOf(delivery.reply(), channel));
      case HANGING -> Mono.empty();
    };
  }

  private static Mono<Void> whole(HttpReply reply, HttpServerResponse response) {
    response.status(reply.status());
    reply.headers().forEach(response::header);
    if (reply.status() == 204) {
      return response.send();
    }
    var bytes = reply.body().getBytes(UTF_8);
    return response.header("Content-Length", Integer.toString(bytes.length)).sendByteArray(Mono.just(bytes)).then();
  }

  private static Mono<Void> onChannel(HttpServerResponse response, Function<Channel, ChannelFuture> ending) {
    return Mono.<Channel>create(sink ->
      response.withConnection(connection -> sink.success(connection.channel()))
    ).flatMap(channel -> FutureMono.from(ending.apply(channel)));
  }

  /** Writes below the HTTP encoder, which would not let an answer promise more than it brings. */
  private static ChannelFuture halfOf(HttpReply reply, Channel channel) {
    return channel
      .pipeline()
      .context(HttpServerCodec.class)
      .writeAndFlush(Unpooled.copiedBuffer(halfOf(reply), UTF_8))
      .addListener(ChannelFutureListener.CLOSE);
  }

  /** Ends in the middle of the body; an answer without one, which no length could give away, in its head. */
  private static String halfOf(HttpReply reply) {
    var head = new StringBuilder("HTTP/1.1 ").append(reply.status()).append(" Cut\r\n");
    reply.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (reply.body().isEmpty()) {
      return head.toString();
    }
    head
      .append("Content-Length: ")
      .append(reply.body().length() + 64)
      .append("\r\n\r\n");
    return head.append(reply.body(), 0, reply.body().length() / 2).toString();
  }
}
