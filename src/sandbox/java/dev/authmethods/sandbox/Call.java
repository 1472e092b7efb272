package dev.authmethods.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One request as it arrived: the path is raw, the query decoded, header names ignore case. */
record Call(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {
  static Call of(String method, String uri, Map<String, String> headers, String body) {
    int question = uri.indexOf('?');
    var path = question < 0 ? uri : uri.substring(0, question);
    var query = question < 0 ? "" : uri.substring(question + 1);
    var ignoringCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    ignoringCase.putAll(headers);
    return new Call(method, path, form(query), ignoringCase, body);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  Call at(String newPath) {
    return new Call(method, newPath, query, headers, body);
  }

  /** The same with a header that holds unless it has its own. */
  Call orElseHeader(String name, String value) {
    var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    more.put(name, value);
    more.putAll(headers);
    return new Call(method, path, query, more, body);
  }

  /** Reads {@code a=b&c=d}, which queries and form posts share. */
  static Map<String, String> form(String encoded) {
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
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
