package dev.authmethods.gateway.entra.token;

import dev.authmethods.gateway.access.HostFailureReporter;
import dev.authmethods.gateway.access.HostFailureReporter.Host;
import dev.authmethods.gateway.access.HostFault;
import dev.authmethods.gateway.access.RateLimitedLog;
import dev.authmethods.gateway.entra.Cloud;
import dev.authmethods.gateway.entra.EntraFailure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/**
 * Tells operators how the gateway's own sign-in goes: the counter {@code gateway.sign-in.errors}, by the number of Entra's error and by whom it
 * concerns, and a line of the log for each number, at most once a minute. Numbers and codes only: Entra's texts may name people.
 */
@Component
public class SignInMonitor {

  private static final Logger LOG = LoggerFactory.getLogger(SignInMonitor.class);

  /** Numbers that are not in {@link AadstsError} share one label and one line, so that there cannot be too many. */
  private static final String OTHER = "other";

  private final RateLimitedLog<Kind> log = new RateLimitedLog<>(LOG);
  private final Map<Series, Counter> counters = new ConcurrentHashMap<>();
  private final MeterRegistry registry;
  private final HostFailureReporter hosts;
  private final String login;
  private volatile @Nullable SignInProblem problem;

  public SignInMonitor(MeterRegistry registry, HostFailureReporter hosts, Cloud cloud) {
    this.registry = registry;
    this.hosts = hosts;
    this.login = cloud.authorityHost().getHost();
  }

  /** A line that is for operators to act on is not left out because of one that is not. */
  private record Kind(String label, boolean ofTheGateway) {}

  private record Series(String error, String concerns) {}

  /** The problem that only operators can solve, as of the last request for a token; null when there is none. */
  @Nullable
  public SignInProblem problem() {
    return problem;
  }

  void succeeded() {
    problem = null;
    hosts.answered(Host.LOGIN);
  }

  void failed(SignInProblem failed) {
    if (failed.fault() == null) {
      answered(failed);
    } else {
      unanswered(failed, failed.fault());
    }
  }

  private void unanswered(SignInProblem failed, HostFault fault) {
    hosts.failed(Host.LOGIN, login, fault);
    if (failed.aadsts() != 0) {
      count(failed);
    }
  }

  /** An answer about a caller means that Entra has accepted the gateway. An answer that Entra is busy means nothing. */
  private void answered(SignInProblem failed) {
    hosts.answered(Host.LOGIN);
    var isOfTheGateway = failed.failure() instanceof EntraFailure.Misconfigured;
    if (isOfTheGateway) {
      problem = failed;
    } else if (failed.failure() instanceof EntraFailure.SignInFailure) {
      problem = null;
    }
    count(failed);
    log.log(isOfTheGateway ? Level.WARN : Level.INFO, new Kind(label(failed), isOfTheGateway), text(failed));
  }

  private void count(SignInProblem failed) {
    counters.computeIfAbsent(new Series(label(failed), concern(failed.failure())), this::register).increment();
  }

  private static String label(SignInProblem failed) {
    return AadstsError.of(failed.aadsts()) == null ? OTHER : "AADSTS" + failed.aadsts();
  }

  private static String concern(EntraFailure failure) {
    return switch (failure) {
      case EntraFailure.Misconfigured _ -> "gateway";
      case EntraFailure.SignInFailure _ -> "caller";
      case EntraFailure.Unavailable _, EntraFailure.Throttled _, EntraFailure.Refused _ -> "entra";
    };
  }

  private static String text(SignInProblem failed) {
    return failed.code().isEmpty()
      ? "No token for Microsoft Graph can be asked for. " + failed.hint()
      : "Entra issues no token for Microsoft Graph: %s. %s".formatted(name(failed), failed.hint()).strip();
  }

  private static String name(SignInProblem failed) {
    return failed.aadsts() == 0 ? failed.code() : "AADSTS%d (%s)".formatted(failed.aadsts(), failed.code());
  }

  private Counter register(Series series) {
    return Counter.builder("gateway.sign-in.errors")
      .description("Tokens for Microsoft Graph that Entra did not issue")
      .tag("error", series.error())
      .tag("concerns", series.concerns())
      .register(registry);
  }
}
