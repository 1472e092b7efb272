package dev.authmethods.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A cluster of three primaries. The first has the keys of the gateways, and two replicas, of which one takes its place when it is gone.
 */
record ClusterRedis(List<RedisProcess> servers) implements RedisSetup {
  private static final int PRIMARIES = 3;
  private static final int SERVERS = 5;
  private static final int SLOTS = 16_384;
  /** As many slots as one typed line has room for. */
  private static final int AT_ONCE = 4_096;
  private static final String READY = "cluster_state:ok";

  static ClusterRedis start() {
    var servers = IntStream.range(0, SERVERS)
      .mapToObj(_ -> RedisProcess.server("--cluster-enabled", "yes", "--cluster-node-timeout", "1000"))
      .toList();
    var first = servers.getFirst();
    // Every primary votes when another is gone, provided that it has a slot.
    addSlots(servers.get(1), 0, 1);
    addSlots(servers.get(2), 1, 2);
    for (var from = 2; from < SLOTS; from += AT_ONCE) {
      addSlots(first, from, Math.min(from + AT_ONCE, SLOTS));
    }
    servers
      .stream()
      .skip(1)
      .forEach(server -> first.say("CLUSTER MEET 127.0.0.1 " + server.port()));
    Patience.until("a cluster", () -> servers.stream().allMatch(server -> knowsAll(server)));
    var id = id(first);
    servers
      .stream()
      .skip(PRIMARIES)
      .forEach(server -> Patience.until("a replica", () -> server.say("CLUSTER REPLICATE " + id).startsWith("+OK")));
    Patience.until("two replicas", () -> first.say("INFO replication").contains("connected_slaves:2"));
    return new ClusterRedis(servers);
  }

  private static void addSlots(RedisProcess server, int from, int to) {
    var slots = IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    if (!server.say("CLUSTER ADDSLOTS " + slots).startsWith("+OK")) {
      throw new IllegalStateException("No slots");
    }
  }

  private static boolean knowsAll(RedisProcess server) {
    var info = server.say("CLUSTER INFO");
    return info.contains(READY) && info.contains("cluster_known_nodes:" + SERVERS);
  }

  private static String id(RedisProcess server) {
    return server.say("CLUSTER MYID").lines().skip(1).findFirst().orElseThrow();
  }

  /** A write is sent when a replica has its record too. */
  @Override
  public List<String> settings() {
    var nodes = servers
      .stream()
      .map(server -> "127.0.0.1:" + server.port())
      .collect(Collectors.joining(","));
    return List.of("--spring.data.redis.cluster.nodes=" + nodes, "--gateway.idempotency.replicas=1");
  }

  @Override
  public RedisProcess primary() {
    return servers.getFirst();
  }

  @Override
  public void failOver() {
    primary().kill();
    Patience.until("another primary", () ->
      servers
        .stream()
        .skip(PRIMARIES)
        .anyMatch(server -> server.say("INFO replication").contains("role:master"))
    );
    primary().restart();
  }

  @Override
  public void close() {
    servers.forEach(RedisProcess::close);
  }
}
