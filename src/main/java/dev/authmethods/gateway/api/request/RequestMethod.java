package dev.authmethods.gateway.api.request;

import org.jspecify.annotations.Nullable;

/** With what requests are sent. */
public enum RequestMethod {
  /**
   * Parameters in the address, and safe: everybody may repeat it, so it changes nothing. Source: RFC 9110, section
   * 9.2.1.
   */
  GET,
  /** As {@link #GET}, to see the head of its answer. */
  HEAD,
  /** A body like that of {@link #POST}, and as safe as {@link #GET}. Source: RFC 10008. */
  QUERY,
  /** The only one for mutations. */
  POST;

  /** For the header {@code Allow}. */
  public static final String ALL = "GET, HEAD, POST, QUERY";

  /** By its name, in which case counts; null for any other. */
  public static @Nullable RequestMethod of(String name) {
    return switch (name) {
      case "POST" -> POST;
      case "GET" -> GET;
      case "QUERY" -> QUERY;
      case "HEAD" -> HEAD;
      default -> null;
    };
  }

  /** Whether the request is in the body, as opposed to the address. */
  public boolean hasBody() {
    return this == POST || this == QUERY;
  }
}
