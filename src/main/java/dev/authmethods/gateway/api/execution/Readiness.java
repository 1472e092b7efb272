package dev.authmethods.gateway.api.execution;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks for traffic to be sent elsewhere for a while when many requests were turned away in a short time: 100 in 5 seconds, for
 * 10 seconds.
 */
@Component
class Readiness {

  private static final int MANY = 100;
  private static final long SHORT_TIME = Duration.ofSeconds(5).toNanos();
  private static final Duration A_WHILE = Duration.ofSeconds(10);

  private final ApplicationContext application;
  private final Executor executor;
  private final AtomicLongArray last = new AtomicLongArray(MANY);
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicBoolean refusing = new AtomicBoolean();
  private volatile boolean closing;

  Readiness(ApplicationContext application, @Qualifier("applicationTaskExecutor") Executor executor) {
    this.application = application;
    this.executor = executor;
  }

  /** One was turned away. */
  void shed() {
    long now = System.nanoTime();
    int number = count.getAndIncrement();
    long before = last.getAndSet(Math.floorMod(number, MANY), now);
    if (number >= MANY - 1 && now - before < SHORT_TIME && refusing.compareAndSet(false, true)) {
      executor.execute(this::refuse);
    }
  }

  private void refuse() {
    become(ReadinessState.REFUSING_TRAFFIC);
    CompletableFuture.delayedExecutor(A_WHILE.toMillis(), TimeUnit.MILLISECONDS, executor).execute(this::accept);
  }

  private void accept() {
    become(ReadinessState.ACCEPTING_TRAFFIC);
    count.set(0);
    refusing.set(false);
  }

  /** Who is about to end stays as Spring has left it. */
  private void become(ReadinessState state) {
    if (!closing) {
      AvailabilityChangeEvent.publish(application, state);
    }
  }

  @EventListener
  void closed(ContextClosedEvent event) {
    closing = true;
  }
}
