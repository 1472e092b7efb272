package dev.authmethods.sandbox.method;

import java.util.regex.Pattern;

/** Ids of authentication methods: opaque texts, some of which are GUIDs. */
final class Ids {

  private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private Ids() {}

  /** Whether two ids name the same: only GUIDs do in any case. */
  static boolean areEqual(String one, String other) {
    return GUID.matcher(one).matches() ? one.equalsIgnoreCase(other) : one.equals(other);
  }
}
