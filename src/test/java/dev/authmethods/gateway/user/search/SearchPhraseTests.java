package dev.authmethods.gateway.user.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.read.Cursor;
import dev.authmethods.gateway.user.UserSelection;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text becomes one phrase for each property, and any condition one literal: nothing that a client sends leaves its place. */
class SearchPhraseTests {

  private static final String DANGEROUS = "\"\\'&=?#%+$;,/:() \t\n\u0000äßé😀€aO RAND";
  private static final Pattern PHRASES = Pattern.compile(
    "\"displayName:(?<one>(?:[^\"\\\\]|\\\\[\"\\\\])*)\" OR \"userPrincipalName:(?:[^\"\\\\]|\\\\[\"\\\\])*\"" +
      " OR \"mail:(?:[^\"\\\\]|\\\\[\"\\\\])*\""
  );
  private static final Pattern LITERAL = Pattern.compile("department eq '(?<one>(?:[^']|'')*)'");

  static Stream<String> texts() {
    var random = new Random(39);
    var points = DANGEROUS.codePoints().toArray();
    var generated = IntStream.range(0, 500).mapToObj(_ ->
      random
        .ints(1 + random.nextInt(12), 0, points.length)
        .mapToObj(at -> Character.toString(points[at]))
        .collect(Collectors.joining())
    );
    var known = List.of("\"", "\\", "\\\"", "\" OR \"mail:", "a\\", "'", "''", "%22", "&$top=999", "x#y", "\ud800");
    return Stream.concat(known.stream(), generated);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void keepsEveryTextInItsPhrase(String text) {
    var phrase = SearchPhrase.of(text);
    var sought = text.replaceAll("\\p{Cntrl}+", " ").strip();
    var matcher = PHRASES.matcher(phrase);
    assertThat(phrase.isEmpty()).isEqualTo(sought.isEmpty());
    assertThat(sought.isEmpty() || matcher.matches()).isTrue();
    if (!sought.isEmpty()) {
      assertThat(matcher.group("one").replaceAll("\\\\(.)", "$1")).isEqualTo(sought);
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void keepsEveryTextInItsLiteral(String text) {
    var matcher = LITERAL.matcher(filter(text).option());
    assertThat(matcher.matches()).isTrue();
    assertThat(matcher.group("one").replace("''", "'")).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void keepsEveryTextInItsOption(String text) {
    var search = UserSearch.of(text, filter(text), UserOrder.DISPLAY_NAME);
    var address = URI.create("https://graph.microsoft.com/v1.0" + search.path(UserSelection.NAMES, Cursor.begin(25)));
    var options = options(address);
    assertThat(address.getHost()).isEqualTo("graph.microsoft.com");
    assertThat(address.getPath()).isEqualTo("/v1.0/users");
    assertThat(address.getFragment()).isNull();
    assertThat(options).containsEntry("$top", "25").containsEntry("$orderby", "displayName");
    assertThat(options.keySet()).isSubsetOf("$select", "$count", "$top", "$search", "$filter", "$orderby");
    if (!text.contains("\ud800")) {
      assertThat(options.getOrDefault("$search", "")).isEqualTo(search.search());
      assertThat(options).containsEntry("$filter", search.filter());
    }
  }

  private static Map<String, String> options(URI address) {
    var options = new HashMap<String, String>();
    for (var option : address.getRawQuery().split("&", -1)) {
      var parts = option.split("=", 2);
      assertThat(options.put(decoded(parts[0]), decoded(parts[1]))).isNull();
    }
    return options;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static UserFilter filter(String department) {
    return new UserFilter(null, null, null, null, department, null, null, null, null, null, null, null);
  }
}
