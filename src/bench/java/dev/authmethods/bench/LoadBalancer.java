package dev.authmethods.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** HAProxy with the configuration that operators have, in front of so many gateways. */
final class LoadBalancer implements AutoCloseable {

  private static final Path CONFIGURATION = Path.of("src", "main", "deploy", "haproxy", "haproxy.cfg");
  private static final String SECOND = "  server gateway-2 \"${GATEWAY_2-gateway-2:8080}\"";

  private final int port;
  private final int statusPort;
  private final LocalProcess process;

  private LoadBalancer(int port, int statusPort, LocalProcess process) {
    this.port = port;
    this.statusPort = statusPort;
    this.process = process;
  }

  /** Starts it in front of the gateways at these ports; does not wait for them. */
  static LoadBalancer start(List<Integer> gateways) throws IOException {
    var port = GatewaySettings.freePort();
    var statusPort = GatewaySettings.freePort();
    var file = Files.writeString(Files.createTempFile("haproxy-", ".cfg"), configuration(gateways));
    var environment = Map.of("GATEWAY_BIND", "127.0.0.1:" + port, "GATEWAY_STATUS", "127.0.0.1:" + statusPort);
    var process = LocalProcess.start("haproxy", List.of(program(), "-db", "-f", file.toString()), environment);
    return new LoadBalancer(port, statusPort, process);
  }

  /** Debian has it where only root looks. */
  private static String program() {
    var debian = Path.of("/usr/sbin/haproxy");
    return Files.isExecutable(debian) ? debian.toString() : "haproxy";
  }

  /** One line for each gateway in the place of the two. */
  private static String configuration(List<Integer> gateways) throws IOException {
    var servers = IntStream.range(0, gateways.size())
      .mapToObj(at -> "  server gateway-%d 127.0.0.1:%d".formatted(at + 1, gateways.get(at)))
      .collect(Collectors.joining("\n"));
    return Files.readString(CONFIGURATION)
      .lines()
      .filter(line -> !line.startsWith("  server gateway-1"))
      .map(line -> line.equals(SECOND) ? servers : line)
      .collect(Collectors.joining("\n", "", "\n"));
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port + "/graphql");
  }

  /** Waits until it sends requests to so many gateways. */
  void awaitGateways(int count) {
    Patience.until("HAProxy finds %d gateways".formatted(count), () -> gatewaysUp() == count);
  }

  private long gatewaysUp() {
    if (!process.isAlive()) {
      throw new IllegalStateException("HAProxy has ended; target/bench/haproxy.log has more");
    }
    return status()
      .lines()
      .filter(line -> line.matches("gateways,gateway-.*,UP,.*"))
      .count();
  }

  private String status() {
    var request = "GET /;csv HTTP/1.1\r\nHost: status\r\nConnection: close\r\n\r\n";
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), statusPort);
      return new String(
        Exchange.of(address, request.getBytes(StandardCharsets.US_ASCII)).body(),
        StandardCharsets.UTF_8
      );
    } catch (ConnectException _) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
