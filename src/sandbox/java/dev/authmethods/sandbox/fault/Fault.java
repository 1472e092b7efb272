package dev.authmethods.sandbox.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.authmethods.sandbox.http.Delivery;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpReply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong on purpose.
 *
 * @param match which calls it befalls; all when absent
 * @param times how many calls it befalls; one when absent
 * @param apply whether the work is done before the fault shows
 * @param status the status of the answer instead; without it the ordinary answer is only delayed, cut or decorated
 * @param code the error code of the answer
 * @param retryAfter the Retry-After header, in seconds
 * @param delayMs how long the answer is held back
 * @param drop whether the connection is cut instead of answering
 * @param headers more headers of the answer
 * @param claims whether the answer is a claims challenge
 * @param location the target of the redirect
 * @param truncate whether the answer is cut off halfway
 * @param body the text of the answer
 * @param aadsts the number that the login refuses with, in Entra's form
 * @param target {@code login} for the token endpoint; else it is Microsoft Graph
 * @param skip how many fitting calls pass untouched before the first that it befalls
 * @param hang whether nothing is ever answered, on a connection that stays open
 * @param lateMs how long after the answer, the cut or the first moment of hanging the work is done; 0 is not late
 * @param mask whether Graph masks phone numbers in what is read, for every reader
 * @param meanwhile what a second administrator does
 */
public record Fault(
  @Nullable Match match,
  @Nullable Integer times,
  boolean apply,
  int status,
  @Nullable String code,
  @Nullable BigDecimal retryAfter,
  long delayMs,
  boolean drop,
  @Nullable Map<String, String> headers,
  boolean claims,
  @Nullable String location,
  boolean truncate,
  @Nullable String body,
  @Nullable Integer aadsts,
  @Nullable Target target,
  int skip,
  boolean hang,
  long lateMs,
  boolean mask,
  @Nullable ConcurrentEdit meanwhile
) {
  public static final String CLAIMS = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";

  public Fault {
    var sensible = delayMs >= 0 && lateMs >= 0 && skip >= 0 && (status == 0 || (status >= 200 && status <= 599));
    if (!sensible || (times != null && (times < 0 || times > 10_000))) {
      throw new IllegalArgumentException("No such fault");
    }
    var ofGraphAlone = lateMs > 0 || mask || meanwhile != null;
    if (aadsts != null && target != Target.LOGIN) {
      throw new IllegalArgumentException("Microsoft Graph has no such errors");
    }
    if ((ofGraphAlone && target == Target.LOGIN) || (hang && (drop || truncate))) {
      throw new IllegalArgumentException("No such combination");
    }
    var answers = drop || hang || status != 0 || claims || location != null || code != null;
    if (lateMs > 0 && (apply || !answers)) {
      throw new IllegalArgumentException("Late work needs an answer that does not wait for it");
    }
  }

  /** Which calls a fault befalls: those with this method, and this text somewhere in their path. */
  record Match(@Nullable String method, @Nullable String path) {
    boolean fits(String calledMethod, String calledPath) {
      return (method == null || method.equalsIgnoreCase(calledMethod)) && (path == null || calledPath.contains(path));
    }
  }

  /** Which of the two services shows the fault. */
  public enum Target {
    GRAPH,
    LOGIN,
  }

  int timesOrOnce() {
    return times == null ? 1 : times;
  }

  /** When the work of a call is done. */
  public enum Work {
    AT_ONCE,
    LATER,
    NEVER,
  }

  boolean fits(Target called, String method, String path) {
    var own = target == null ? Target.GRAPH : target;
    var readable = !mask || method.equals("GET");
    return own == called && readable && (match == null || match.fits(method, path));
  }

  public Work work() {
    if (apply || !replaces()) {
      return Work.AT_ONCE;
    }
    return lateMs > 0 ? Work.LATER : Work.NEVER;
  }

  public Duration late() {
    return Duration.ofMillis(lateMs);
  }

  /** Shows itself over what the work has come to; {@code failure} words the error for a status. */
  public Delivery over(Delivery done, IntFunction<HttpReply> failure) {
    var own = replaces() ? done.replacedBy(instead(failure)) : done;
    return own.with(decorate(own.reply())).heldBack(Duration.ofMillis(delayMs)).ending(ending(own.ending()));
  }

  /** Whether the ordinary answer is not given. */
  private boolean replaces() {
    return effectiveStatus() != 0 || drop || hang;
  }

  private HttpReply instead(IntFunction<HttpReply> failure) {
    var answered = effectiveStatus();
    return answered < 400 ? HttpReply.empty(answered) : failure.apply(answered);
  }

  /** This fault as Graph words it. */
  public GraphError asGraph(int answered) {
    return answered == 401 && code == null && !claims
      ? GraphError.invalidToken("Lifetime validation failed, the token is expired.")
      : GraphError.of(answered, code, answered == 429 ? "Please retry again later." : "The service failed.");
  }

  /** The configured status, or the one that the rest implies; 0 leaves the ordinary answer. */
  private int effectiveStatus() {
    if (status != 0) {
      return status;
    }
    if (claims) {
      return 401;
    }
    if (aadsts != null) {
      return 400;
    }
    return location != null ? 307 : statusOfCode();
  }

  private int statusOfCode() {
    return code == null ? 0 : 500;
  }

  private Delivery.Ending ending(Delivery.Ending otherwise) {
    if (drop) {
      return Delivery.Ending.DROPPED;
    }
    if (hang) {
      return Delivery.Ending.HANGING;
    }
    return truncate ? Delivery.Ending.TRUNCATED : otherwise;
  }

  private HttpReply decorate(HttpReply reply) {
    var decorated = (mask ? Masking.mask(reply) : reply).with(extraHeaders());
    return body == null ? decorated : decorated.withBody(body);
  }

  private Map<String, String> extraHeaders() {
    var extra = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    if (retryAfter != null) {
      extra.put("Retry-After", retryAfter.toPlainString());
    }
    if (location != null) {
      extra.put("Location", location);
    }
    if (claims) {
      extra.put("WWW-Authenticate", challenge());
    }
    extra.putAll(headers == null ? Map.of() : headers);
    return extra;
  }

  private static String challenge() {
    var encoded = Base64.getEncoder().encodeToString(CLAIMS.getBytes(UTF_8));
    return GraphError.CHALLENGE + ", error=\"insufficient_claims\", claims=\"" + encoded + "\"";
  }
}
