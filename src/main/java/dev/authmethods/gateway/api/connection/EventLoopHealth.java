package dev.authmethods.gateway.api.connection;

import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;
import reactor.netty.resources.LoopResources;

/** Whether each thread that serves connections still runs: a part of liveness, since only a restart brings one back. */
@Component("eventLoops")
class EventLoopHealth implements HealthIndicator {

  private static final long PATIENCE_SECONDS = 2;

  private final ReactorResourceFactory resources;

  EventLoopHealth(ReactorResourceFactory resources) {
    this.resources = resources;
  }

  @Override
  public Health health() {
    var loops = resources.getLoopResources().onServer(LoopResources.DEFAULT_NATIVE);
    return StreamSupport.stream(loops.spliterator(), true).allMatch(EventLoopHealth::works)
      ? Health.up().build()
      : Health.down().build();
  }

  private static boolean works(EventExecutor loop) {
    try {
      return !loop.isShuttingDown() && loop.submit(() -> {}).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
