package dev.authmethods.sandbox.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words, literals and signs of a query option, read one after the other. */
final class QueryTokens {

  /** A string may be the member of an enumeration, with the name of its type in front. */
  private static final Pattern TOKEN = Pattern.compile("\\s*((?:[\\w.]+)?'(?:[^']|'')*'|[(),]|[^\\s(),']+)");
  private static final String END = "";

  private final List<String> tokens;
  private int next;

  private QueryTokens(List<String> tokens) {
    this.tokens = tokens;
  }

  static QueryTokens of(String text) {
    var trimmed = text.strip();
    var matcher = TOKEN.matcher(trimmed);
    var tokens = new ArrayList<String>();
    int end = 0;
    while (end < trimmed.length() && matcher.find(end) && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (end < trimmed.length() || tokens.isEmpty()) {
      throw QuerySyntaxException.at(trimmed.substring(end));
    }
    return new QueryTokens(tokens);
  }

  String peek() {
    return next < tokens.size() ? tokens.get(next) : END;
  }

  String take() {
    var token = peek();
    if (token.equals(END)) {
      throw new QuerySyntaxException("The query option ends too early.");
    }
    next++;
    return token;
  }

  /** Takes the next token if it is this word, in any case. */
  boolean takeIf(String word) {
    var is = peek().equalsIgnoreCase(word);
    if (is) {
      next++;
    }
    return is;
  }

  void expect(String sign) {
    if (!takeIf(sign)) {
      throw QuerySyntaxException.at(peek());
    }
  }

  void expectEnd() {
    if (!peek().equals(END)) {
      throw QuerySyntaxException.at(peek());
    }
  }
}
