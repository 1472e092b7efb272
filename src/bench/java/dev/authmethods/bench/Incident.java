package dev.authmethods.bench;

import java.time.Duration;
import java.util.Locale;

/** What happens to a deployment while it works. */
enum Incident {
  RESTART("gateways restarted, one after the other (SIGTERM)"),
  KILL("gateways killed, one after the other (SIGKILL)"),
  REDIS_KILLED("Redis killed, back after 2 s from its disk"),
  REDIS_WIPED("Redis wiped (`FLUSHALL`)"),
  REDIS_SLOW("Redis slow: 300 ms a command, then silent for 1.5 s, three times"),
  SENTINEL("Redis failed over by Sentinel (primary killed)"),
  CLUSTER("Redis Cluster failed over (primary killed)");

  private static final Duration AWAY = Duration.ofSeconds(2);
  private static final Duration SILENT = Duration.ofMillis(1_500);
  private static final int TIMES = 3;

  private final String title;

  Incident(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** As it is named on the command line. */
  String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  RedisSetup startRedis() {
    return switch (this) {
      case SENTINEL -> SentinelRedis.start();
      case CLUSTER -> ClusterRedis.start();
      default -> SingleRedis.start();
    };
  }

  /** Lets it happen; everything is up again when this returns. */
  void happen(Deployment deployment) {
    switch (this) {
      case RESTART -> restart(deployment);
      case KILL -> kill(deployment);
      case REDIS_KILLED -> killRedis(deployment);
      case REDIS_WIPED -> wipeRedis(deployment);
      case REDIS_SLOW -> slowRedis(deployment);
      case SENTINEL, CLUSTER -> deployment.redis().failOver();
    }
    deployment.awaitAll();
  }

  /** Whether no client may notice it. */
  boolean isUnnoticed() {
    return this == RESTART;
  }

  private static void restart(Deployment deployment) {
    for (var instance : deployment.disturbed()) {
      instance.restart();
      deployment.awaitAll();
    }
  }

  private static void kill(Deployment deployment) {
    for (var instance : deployment.disturbed()) {
      instance.kill();
      deployment.balancer().awaitGateways(deployment.instances().size() - 1);
      instance.restart();
      deployment.awaitAll();
    }
  }

  private static void killRedis(Deployment deployment) {
    deployment.redis().primary().kill();
    Patience.pause(AWAY);
    deployment.redis().primary().restart();
  }

  private static void wipeRedis(Deployment deployment) {
    deployment.redis().primary().say("FLUSHALL");
  }

  private static void slowRedis(Deployment deployment) {
    var redis = deployment.redis().primary();
    for (var time = 0; time < TIMES; time++) {
      redis.say("CLIENT PAUSE 300 ALL");
      Patience.pause(SILENT);
      redis.hang();
      Patience.pause(SILENT);
      redis.goOn();
      Patience.pause(SILENT);
    }
  }
}
