package dev.authmethods.gateway.api.problem;

import java.util.regex.Pattern;

/**
 * Names as answers repeat them. A client can put anything in the place of a name, such as a phone number or a token: what is no
 * name of GraphQL, or has the digits of a number, is not repeated.
 */
public final class ShownName {

  static final String HIDDEN = "\u2026";

  private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");
  private static final Pattern PERHAPS_A_NUMBER = Pattern.compile("[0-9](?:_*[0-9]){4,}");
  private static final int MAX_LENGTH = 64;

  private ShownName() {}

  /**
   * The name, cut to its longest shown length; a mark in the place of each part that may be a phone number, and of a
   * text that is no name.
   */
  public static String of(String name) {
    if (name.length() > MAX_LENGTH) {
      return of(name.substring(0, MAX_LENGTH)) + HIDDEN;
    }
    return NAME.matcher(name).matches() ? PERHAPS_A_NUMBER.matcher(name).replaceAll(HIDDEN) : HIDDEN;
  }
}
