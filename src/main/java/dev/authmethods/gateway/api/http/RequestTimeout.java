package dev.authmethods.gateway.api.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** How long a request may take: as long as the gateway lets any take, or less if its client says so. */
final class RequestTimeout {

  /** Seconds, with decimals: {@code Request-Timeout: 2.5}. */
  static final String HEADER = "Request-Timeout";

  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

  private final Duration longest;

  RequestTimeout(Duration longest) {
    this.longest = longest;
  }

  /** By the values of the header; a status of 400 when it is no number above zero, or several. */
  Duration of(List<String> values) {
    return values.isEmpty() ? longest : shortened(values);
  }

  private Duration shortened(List<String> values) {
    var wanted = wanted(values);
    return wanted.compareTo(longest) < 0 ? wanted : longest;
  }

  private static Duration wanted(List<String> values) {
    var value = values.getFirst();
    if (values.size() > 1 || !SECONDS.matcher(value).matches() || new BigDecimal(value).signum() == 0) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return Duration.ofNanos((long) (Double.parseDouble(value) * 1e9));
  }
}
