package dev.authmethods.gateway.api.connection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the port open for a while after the signal to stop. Readiness is down then, and each answer ends its
 * connection: load balancers and clients that keep connections have time to go elsewhere before they lose a request.
 */
@Component
@EnableConfigurationProperties(ConnectionSettings.class)
class ShutdownDelay implements SmartLifecycle {

  private final Duration delay;
  private volatile boolean running;
  private volatile boolean ending;

  ShutdownDelay(ConnectionSettings settings) {
    this.delay = settings.shutdownDelay();
  }

  /** Whether connections are to end with the next answer on them. */
  boolean isEnding() {
    return ending;
  }

  @Override
  public void start() {
    running = true;
    ending = false;
  }

  @Override
  public void stop() {
    ending = true;
    running = false;
  }

  @Override
  public void stop(Runnable callback) {
    stop();
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS).execute(callback);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the server closes its port and waits for what is under way. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
  }
}
