package dev.authmethods.gateway.api.http;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The languages that errors speak, and the choice among them. Source: RFC 4647, lookup. */
final class AcceptLanguage {

  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

  private AcceptLanguage() {}

  /** The language for a header {@code Accept-Language}; English if it names no supported one. */
  static Locale of(@Nullable String accepted) {
    return accepted == null ? Locale.ENGLISH : Objects.requireNonNullElse(best(accepted), Locale.ENGLISH);
  }

  private static @Nullable Locale best(String accepted) {
    try {
      return Locale.lookup(Locale.LanguageRange.parse(accepted), SPOKEN);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }
}
