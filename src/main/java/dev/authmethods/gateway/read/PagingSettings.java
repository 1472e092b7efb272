package dev.authmethods.gateway.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings for lists that are read page by page. Prefix {@code gateway.paging}.
 *
 * @param secret The secret that seals cursors: 32 random characters at least, the same in all gateways behind one address. Without it
 *               each gateway makes one when it starts, and does not accept cursors from before, or of another gateway.
 */
@ConfigurationProperties("gateway.paging")
record PagingSettings(@Nullable String secret) {
  private static final int SHORTEST_SECRET = 32;

  /** The problems of these settings; empty when there are none. */
  List<String> problems() {
    var isShort = secret != null && secret.strip().length() < SHORTEST_SECRET;
    return isShort ? List.of("gateway.paging.secret (must have 32 characters at least)") : List.of();
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "PagingSettings[]";
  }
}
