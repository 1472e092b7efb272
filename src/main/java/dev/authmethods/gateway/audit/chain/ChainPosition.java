package dev.authmethods.gateway.audit.chain;

import java.util.UUID;

/**
 * A line's place in its chain.
 *
 * @param chain    the id of the chain
 * @param sequence the number of the line, from 1; 0 before the first line
 * @param hash     the hash of the line; zeros before the first line
 */
public record ChainPosition(String chain, long sequence, String hash) {
  private static final String NO_HASH = "0".repeat(64);

  /** The place before the first line of a chain. */
  public static ChainPosition before(String chain) {
    return new ChainPosition(chain, 0, NO_HASH);
  }

  /** The place before the first line of a chain that is new. */
  public static ChainPosition ofNewChain() {
    return before(UUID.randomUUID().toString());
  }
}
