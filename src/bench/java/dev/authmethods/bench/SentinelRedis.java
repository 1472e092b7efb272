package dev.authmethods.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A primary with two replicas, watched by three sentinels, which make a replica the primary when the primary is gone. */
record SentinelRedis(List<RedisProcess> servers, List<RedisProcess> sentinels) implements RedisSetup {
  private static final String NAME = "gateway";
  private static final int QUORUM = 2;

  static SentinelRedis start() {
    var primary = RedisProcess.server();
    var port = Integer.toString(primary.port());
    var replicas = IntStream.range(0, 2).mapToObj(_ -> RedisProcess.server("--replicaof", "127.0.0.1", port));
    var servers = Stream.concat(Stream.of(primary), replicas).toList();
    Patience.until("two replicas", () -> primary.say("INFO replication").contains("connected_slaves:2"));
    var sentinels = IntStream.range(0, 3)
      .mapToObj(_ -> RedisProcess.sentinel(NAME, primary.port(), QUORUM))
      .toList();
    var setup = new SentinelRedis(servers, sentinels);
    Patience.until("sentinels know each other and the replicas", setup::isComplete);
    return setup;
  }

  private boolean isComplete() {
    return sentinels
      .stream()
      .map(sentinel -> sentinel.say("SENTINEL MASTER " + NAME).replaceAll("\r\n\\$\\d+\r\n", " "))
      .allMatch(answer -> answer.contains("num-slaves 2") && answer.contains("num-other-sentinels 2"));
  }

  /** A write is sent when a replica has its record too. */
  @Override
  public List<String> settings() {
    var nodes = sentinels
      .stream()
      .map(sentinel -> "127.0.0.1:" + sentinel.port())
      .collect(Collectors.joining(","));
    return List.of(
      "--spring.data.redis.sentinel.master=" + NAME,
      "--spring.data.redis.sentinel.nodes=" + nodes,
      "--gateway.idempotency.replicas=1"
    );
  }

  @Override
  public RedisProcess primary() {
    return servers.getFirst();
  }

  @Override
  public void failOver() {
    var old = Integer.toString(primary().port());
    primary().kill();
    Patience.until("another primary", () ->
      sentinels.stream().noneMatch(sentinel -> sentinel.say("SENTINEL get-master-addr-by-name " + NAME).contains(old))
    );
    primary().restart();
  }

  @Override
  public void close() {
    Stream.of(sentinels, servers).flatMap(List::stream).forEach(RedisProcess::close);
  }
}
