package dev.authmethods.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request as it arrived: the path is raw, header names ignore case.
 *
 * @param origin scheme, host and port that the client used
 * @param body   as text, inflated if it came compressed
 */
public record HttpCall(
  String origin,
  String method,
  String path,
  QueryOptions options,
  Map<String, String> headers,
  String body
) {
  /** The path under which the version of Microsoft Graph is. */
  public static final String GRAPH_VERSION = "/v1.0";

  /** The address of calls that never were on the wire. */
  static final String NOWHERE = "http://localhost";

  public static HttpCall of(String method, String uri, Map<String, String> headers, String body) {
    return of(NOWHERE, method, uri, headers, body);
  }

  public static HttpCall of(String origin, String method, String uri, Map<String, String> headers, String body) {
    int question = uri.indexOf('?');
    var path = question < 0 ? uri : uri.substring(0, question);
    var query = question < 0 ? "" : uri.substring(question + 1);
    var ignoringCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    ignoringCase.putAll(headers);
    return new HttpCall(origin, method, path, QueryOptions.parse(query), ignoringCase, body);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The root of Microsoft Graph v1.0 as the client addressed it. */
  public String graphRoot() {
    return origin + GRAPH_VERSION;
  }

  public HttpCall at(String newPath) {
    return new HttpCall(origin, method, newPath, options, headers, body);
  }

  /** The same with a header that holds unless it has its own. */
  public HttpCall orElseHeader(String name, String value) {
    var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    more.put(name, value);
    more.putAll(headers);
    return new HttpCall(origin, method, path, options, more, body);
  }

  /** Reads {@code a=b&c=d} of a form post. */
  public static Map<String, String> form(String encoded) {
    var fields = new TreeMap<String, String>();
    for (var pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  /** Text with a broken escape stays as it is: no option or field has such a name or value. */
  static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
