package dev.authmethods.gateway.api.execution;

import dev.authmethods.gateway.api.ApiSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The executions that have begun and not ended, those without a client any more among them. The gateway ends when they have: a
 * write that was sent is finished, and its outcome known.
 */
@Component
@EnableConfigurationProperties(ApiSettings.class)
class RunningExecutions implements SmartLifecycle {

  /** After its deadline nothing more is begun for a request. */
  private static final Duration AFTER_THE_DEADLINE = Duration.ofSeconds(5);

  private final Duration patience;
  private final AtomicInteger count = new AtomicInteger();
  private final CompletableFuture<Void> none = new CompletableFuture<>();
  private volatile boolean running;

  RunningExecutions(ApiSettings settings) {
    this.patience = settings.requestTimeout().plus(AFTER_THE_DEADLINE);
  }

  void begin() {
    count.incrementAndGet();
  }

  void end() {
    if (count.decrementAndGet() == 0 && !running) {
      none.complete(null);
    }
  }

  int count() {
    return count.get();
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  /** Calls back when all have ended, or it takes too long. */
  @Override
  public void stop(Runnable callback) {
    stop();
    if (count() == 0) {
      callback.run();
    } else {
      var _ = none.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).thenRun(callback);
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** While the server waits for its connections, before anything is taken down. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
  }
}
