package dev.authmethods.gateway.api.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * How many connections there are, in all and from each address. Measured by {@code gateway.connections} and
 * {@code gateway.connections.refused}.
 */
@Component
@EnableConfigurationProperties(ConnectionSettings.class)
class ConnectionLimits {

  private static final int NETWORK_BYTES = 8;

  private final int max;
  private final int maxPerAddress;
  private final AtomicInteger count = new AtomicInteger();
  private final ConcurrentHashMap<Object, Integer> byAddress = new ConcurrentHashMap<>();
  private final Counter refused;

  ConnectionLimits(ConnectionSettings settings, MeterRegistry registry) {
    this.max = settings.max();
    this.maxPerAddress = settings.maxPerAddress();
    this.refused = Counter.builder("gateway.connections.refused")
      .description("Connections that were closed because there were too many, or took too much")
      .register(registry);
    Gauge.builder("gateway.connections", count, AtomicInteger::get)
      .description("Connections of clients")
      .register(registry);
  }

  /** The client's address, as far as counting goes: an address of IPv4, a network of IPv6; others are one. */
  static Object addressOf(Channel channel) {
    return channel.remoteAddress() instanceof InetSocketAddress remote && remote.getAddress() != null
      ? network(remote.getAddress())
      : "";
  }

  private static Object network(InetAddress address) {
    return address instanceof Inet6Address ? ByteBuffer.wrap(address.getAddress(), 0, NETWORK_BYTES) : address;
  }

  /** Counts one more, which has to {@link #close}; false when there are too many. */
  boolean open(Object address) {
    if (count.incrementAndGet() > max) {
      count.decrementAndGet();
      return false;
    }
    if (byAddress.merge(address, 1, Integer::sum) > maxPerAddress) {
      close(address);
      return false;
    }
    return true;
  }

  void close(Object address) {
    byAddress.computeIfPresent(address, (_, connections) -> connections == 1 ? null : Integer.valueOf(connections - 1));
    count.decrementAndGet();
  }

  /** One was closed that could not be kept. */
  void refuse() {
    refused.increment();
  }
}
