package dev.authmethods.bench;

import java.util.List;

/** One server. */
record SingleRedis(RedisProcess primary) implements RedisSetup {
  static SingleRedis start() {
    return new SingleRedis(RedisProcess.server());
  }

  @Override
  public List<String> settings() {
    return List.of("--spring.data.redis.port=" + primary.port());
  }

  @Override
  public void close() {
    primary.close();
  }
}
