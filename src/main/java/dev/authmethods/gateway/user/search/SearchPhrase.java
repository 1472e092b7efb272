package dev.authmethods.gateway.user.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A search for users: the words of the name in any order, or the beginning of the user principal name or the mail address. Source:
 * https://learn.microsoft.com/graph/search-query-parameter#using-search-on-directory-object-collections
 */
final class SearchPhrase {

  private static final List<String> PROPERTIES = List.of("displayName", "userPrincipalName", "mail");

  private SearchPhrase() {}

  /** The value of {@code $search} for a text, any text; empty when it has nothing to look for. */
  static String of(String text) {
    var term = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return term.isEmpty()
      ? ""
      : PROPERTIES.stream()
          .map(property -> "\"" + property + ":" + escaped(term) + "\"")
          .collect(Collectors.joining(" OR "));
  }

  /** Only a quotation mark could end a phrase; a backslash takes away its meaning, and that of a backslash. */
  private static String escaped(String term) {
    return term.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
