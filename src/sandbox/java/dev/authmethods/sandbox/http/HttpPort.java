package dev.authmethods.sandbox.http;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.ssl.OptionalSslHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A port of the loopback interface, under both of its addresses if the machine has both. */
public final class HttpPort implements AutoCloseable {

  private final List<DisposableServer> servers = new ArrayList<>();
  private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private volatile Function<HttpCall, Delivery> handler = call -> Delivery.now(HttpReply.empty(503));

  /** Opens a port for TLS alone. */
  public static HttpPort secure(int port, SslContext context) {
    return open(port, server -> server.secure(spec -> spec.sslContext(context)));
  }

  /** Opens a port that takes both: the first bytes of a connection tell whether it is TLS. */
  public static HttpPort plainOrSecure(int port, SslContext context) {
    return open(port, server ->
      server.doOnChannelInit((observer, channel, address) ->
        channel.pipeline().addFirst(new OptionalSslHandler(context))
      )
    );
  }

  private static HttpPort open(int port, UnaryOperator<HttpServer> settings) {
    var opened = new HttpPort();
    var exchange = new Exchange(call -> opened.handler.apply(call));
    var server = settings.apply(HttpServer.create()).channelGroup(opened.channels).handle(exchange::answer);
    opened.servers.add(bind(server, "127.0.0.1", port));
    opened.alsoOnIpv6(server);
    return opened;
  }

  public int number() {
    return servers.getFirst().port();
  }

  /** Starts to answer: later than the binding, because answers name the port. */
  public void serve(Function<HttpCall, Delivery> newHandler) {
    handler = newHandler;
  }

  private void alsoOnIpv6(HttpServer server) {
    try {
      servers.add(bind(server, "::1", number()));
    } catch (ChannelBindException _) {
      // A machine without IPv6, or with the port taken there: clients try 127.0.0.1 as well.
    }
  }

  private static DisposableServer bind(HttpServer server, String host, int port) {
    return server.bindAddress(() -> new InetSocketAddress(host, port)).bindNow();
  }

  @Override
  public void close() {
    channels.close().awaitUninterruptibly();
    servers.forEach(DisposableServer::disposeNow);
  }
}
