package dev.authmethods.gateway.api.http;

import java.util.regex.Pattern;

/** The name of a header, as in {@code X-Correlation-Id}. There is none for all headers: browsers leave {@code Authorization} out of it. */
record HeaderName(String value) {
  /** Source: RFC 9110, section 5.1. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'+.^_`|~-]+");

  public HeaderName {
    value = value.strip();
    if (!TOKEN.matcher(value).matches()) {
      throw new IllegalArgumentException("A header has a name of letters, digits and dashes, as in X-Correlation-Id");
    }
  }
}
