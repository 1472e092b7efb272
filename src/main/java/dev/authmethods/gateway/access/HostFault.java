package dev.authmethods.gateway.access;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** How a host fails; what says most of several signs of it comes first. */
public enum HostFault {
  NAME_NOT_RESOLVED("its name cannot be resolved"),
  UNREACHABLE("there is no route to it"),
  CERTIFICATE_NOT_TRUSTED("its certificate is not trusted: see gateway.entra.trusted-certificates"),
  TIMED_OUT("it did not answer in time"),
  NOT_CONNECTED("no connection to it could be made"),
  TLS_FAILED("no TLS connection could be made"),
  REFUSED("it refused: is gateway.entra.tenant-id a tenant of gateway.entra.cloud (AADSTS90002)?"),
  CONNECTION_LOST("the connection was lost"),
  SERVER_ERROR("it answered with a failure of its own"),
  TOKEN_NOT_ACCEPTED(
    "it does not accept a token that Entra has issued: are gateway.entra.cloud and graph-endpoint one cloud?"
  ),
  UNUSABLE_ANSWER("its answer cannot be used: is the address right, and nothing on the way answers for it?");

  private final String text;

  HostFault(String text) {
    this.text = text;
  }

  /**
   * The fault of the host that explains an exception of an HTTP client; null when the exception says nothing of the
   * host.
   */
  public static @Nullable HostFault of(@Nullable Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
      .map(HostFault::ofOne)
      .filter(Objects::nonNull)
      .min(Comparator.naturalOrder())
      .orElse(null);
  }

  private static @Nullable HostFault ofOne(Throwable thrown) {
    return switch (thrown) {
      case UnknownHostException _, UnresolvedAddressException _ -> NAME_NOT_RESOLVED;
      case NoRouteToHostException _ -> UNREACHABLE;
      case io.netty.channel.ConnectTimeoutException _ -> TIMED_OUT;
      case ConnectException _ -> NOT_CONNECTED;
      case GeneralSecurityException _ -> CERTIFICATE_NOT_TRUSTED;
      case SSLException _ -> TLS_FAILED;
      case HttpTimeoutException _, java.net.SocketTimeoutException _ -> TIMED_OUT;
      case TimeoutException _, CancellationException _, io.netty.handler.timeout.TimeoutException _ -> TIMED_OUT;
      case ParseException _ -> UNUSABLE_ANSWER;
      case IOException _ -> CONNECTION_LOST;
      default -> null;
    };
  }

  /** Its name in metrics. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For operators, in English. */
  public String text() {
    return text;
  }
}
