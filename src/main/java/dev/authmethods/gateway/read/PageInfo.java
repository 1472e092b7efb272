package dev.authmethods.gateway.read;

import org.jspecify.annotations.Nullable;

/** The place of a page in a connection. Source: https://relay.dev/graphql/connections.htm */
public record PageInfo(
  boolean hasNextPage,
  boolean hasPreviousPage,
  @Nullable String startCursor,
  @Nullable String endCursor
) {
  /** The page of a connection that has only errors. */
  public static PageInfo none() {
    return new PageInfo(false, false, null, null);
  }
}
