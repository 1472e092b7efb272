package dev.authmethods.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.HttpServerCodec;
import java.util.HashMap;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.FutureMono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Carries calls from the wire to a handler, and answers back: whole, late, in part, or not at all. */
final class Exchange {

  private final Function<Call, Delivery> handler;

  Exchange(Function<Call, Delivery> handler) {
    this.handler = handler;
  }

  Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
    return request
      .receive()
      .aggregate()
      .asString(UTF_8)
      .defaultIfEmpty("")
      .map(body -> handler.apply(read(request, body)))
      .flatMap(Exchange::afterItsDelay)
      .flatMap(delivery -> deliver(delivery, response));
  }

  private static Call read(HttpServerRequest request, String body) {
    var headers = new HashMap<String, String>();
    request.requestHeaders().forEach(header -> headers.put(header.getKey(), header.getValue()));
    return Call.of(request.method().name(), request.uri(), headers, body);
  }

  private static Mono<Delivery> afterItsDelay(Delivery delivery) {
    return delivery.delay().isZero() ? Mono.just(delivery) : Mono.delay(delivery.delay()).thenReturn(delivery);
  }

  private static Mono<Void> deliver(Delivery delivery, HttpServerResponse response) {
    return switch (delivery.ending()) {
      case WHOLE -> whole(delivery.reply(), response);
      case DROPPED -> onChannel(response, Channel::close);
      case TRUNCATED -> onChannel(response, channel -> halfOf(delivery.reply(), channel));
    };
  }

  private static Mono<Void> whole(Reply reply, HttpServerResponse response) {
    response.status(reply.status());
    reply.headers().forEach(response::header);
    if (reply.status() == 204) {
      return response.send();
    }
    var bytes = reply.body().getBytes(UTF_8);
    return response.header("Content-Length", Integer.toString(bytes.length)).sendByteArray(Mono.just(bytes)).then();
  }

  /** Never completes, lest an ordinary end of the answer follow: the closed connection ends the exchange. */
  private static Mono<Void> onChannel(HttpServerResponse response, Function<Channel, ChannelFuture> ending) {
    return Mono.<Channel>create(sink -> response.withConnection(connection -> sink.success(connection.channel())))
      .flatMap(channel -> FutureMono.from(ending.apply(channel)))
      .then(Mono.never());
  }

  /** Writes below the HTTP encoder, which would not let an answer promise more than it brings. */
  private static ChannelFuture halfOf(Reply reply, Channel channel) {
    var half = reply
      .body()
      .substring(0, reply.body().length() / 2)
      .getBytes(UTF_8);
    var head = new StringBuilder("HTTP/1.1 ").append(reply.status()).append(" Cut\r\n");
    reply.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head
      .append("Content-Length: ")
      .append(reply.body().length() + 64)
      .append("\r\n\r\n");
    return channel
      .pipeline()
      .context(HttpServerCodec.class)
      .writeAndFlush(Unpooled.wrappedBuffer(head.toString().getBytes(UTF_8), half))
      .addListener(ChannelFutureListener.CLOSE);
  }
}
