package dev.authmethods.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What happens to a deployment while it works. */
enum Incident {
  RESTART("gateways restarted, one after the other (SIGTERM)", SingleRedis::start, Incident::restart),
  KILL("gateways killed, one after the other (SIGKILL)", SingleRedis::start, Incident::kill),
  REDIS_KILLED("Redis killed, back after 2 s from its disk", SingleRedis::start, Incident::killRedis),
  REDIS_WIPED("Redis wiped (`FLUSHALL`)", SingleRedis::start, Incident::wipeRedis),
  REDIS_SLOW(
    "Redis slow: 300 ms a command, then silent for 1.5 s, three times",
    SingleRedis::start,
    Incident::slowRedis
  ),
  SENTINEL("Redis failed over by Sentinel (primary killed)", SentinelRedis::start, Incident::failOver),
  CLUSTER("Redis Cluster failed over (primary killed)", ClusterRedis::start, Incident::failOver);

  private static final Duration AWAY = Duration.ofSeconds(2);
  private static final Duration SILENT = Duration.ofMillis(1_500);
  private static final int TIMES = 3;

  private final String title;
  private final Supplier<RedisSetup> redis;
  private final Consumer<Deployment> cause;

  Incident(String title, Supplier<RedisSetup> redis, Consumer<Deployment> cause) {
    this.title = title;
    this.redis = redis;
    this.cause = cause;
  }

  String title() {
    return title;
  }

  /** As it is named on the command line. */
  String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  RedisSetup startRedis() {
    return redis.get();
  }

  /** Lets it happen; everything is up again when this returns. */
  void happen(Deployment deployment) {
    cause.accept(deployment);
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

  private static void failOver(Deployment deployment) {
    deployment.redis().failOver();
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
