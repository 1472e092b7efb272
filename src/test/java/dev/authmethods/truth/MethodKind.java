package dev.authmethods.truth;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A kind of methods: what the gateway and Microsoft Graph call it and its parts, and the texts that identify one. */
enum MethodKind {
  PHONE("phoneMethod", "phoneMethods { phoneType phoneNumber }", "x{2,}"),
  EMAIL("emailMethod", "emailMethod { emailAddress }", "\\*+"),
  PASSKEY("passkeyMethod", "passkeyMethods { displayName }", "\\*+"),
  /** Passes are told apart by how long they are good for. */
  PASS("temporaryAccessPass", "temporaryAccessPass { lifetimeInMinutes }", "\\*+"),
  /** No kind of methods, and yet something that a user has and that changes. */
  SESSIONS("sessions", "", "\\*+");

  /** Without the sessions. */
  static final List<MethodKind> METHODS = List.of(PHONE, EMAIL, PASSKEY, PASS);

  /** Those that clients can add and change. */
  static final List<MethodKind> CHANGEABLE = List.of(PHONE, EMAIL, PASS);

  private static final Names OF_PHONES = new Names("phoneNumber", "effect", "existing", "current", "sameNumber");
  private static final Names OF_EMAILS = new Names(
    "emailAddress",
    "emailEffect",
    "existingEmailMethod",
    "currentEmailMethod",
    "sameAddress"
  );
  private static final Names OF_PASSKEYS = new Names("displayName", "", "", "", "");
  private static final Names OF_PASSES = new Names(
    "lifetimeInMinutes",
    "",
    "existingTemporaryAccessPass",
    "currentTemporaryAccessPass",
    ""
  );
  private static final Names OF_SESSIONS = new Names("signInSessionsValidFromDateTime", "", "", "", "");
  private static final Texts NUMBERS = new Texts("+1 2065%04d%02d", "+1 206555%02d%02d", "+1 555555%04d");
  private static final Texts ADDRESSES = new Texts(
    "user%04d@n%02d.example.com",
    "u%02d%02d@example.com",
    "user%04d@example.com"
  );

  /** In minutes; no two passes of one user are good for as long. */
  private static final int SHORTEST_LIFETIME = 100;

  private static final Texts NO_TEXTS = new Texts("key %04d %02d", "key %02d %02d", "key %04d");

  private final String field;
  private final String selection;
  private final Pattern mask;

  MethodKind(String field, String selection, String mask) {
    this.field = field;
    this.selection = selection;
    this.mask = Pattern.compile(mask);
  }

  /**
   * Names of properties.
   *
   * @param text     the part of a method that mutations change
   * @param effect   in the payload of a mutation that sets one
   * @param existing the method that an error says is registered already
   * @param current  the method that an error says is there now
   * @param same     whether the existing one has the text that was asked for
   */
  record Names(String text, String effect, String existing, String current, String same) {}

  /**
   * Formats of texts.
   *
   * @param fresh  one that nobody has, by two numbers: the second can be read where it is masked
   * @param alike  one that looks like the seeded one of a user where it is masked, by any number and the last digits of the user
   * @param seeded the one of a user of the seed
   */
  record Texts(String fresh, String alike, String seeded) {}

  /** The field of a payload. */
  String field() {
    return field;
  }

  /** What is asked for of a user. */
  String selection() {
    return selection;
  }

  /** As in the names of mutations and errors. */
  String typeName() {
    return field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
  }

  /** The collection in Microsoft Graph. */
  String collection() {
    return switch (this) {
      case PASSKEY -> "fido2Methods";
      case PASS -> "temporaryAccessPassMethods";
      default -> field + "s";
    };
  }

  /** Whether the sandbox tells of such a method, or of its deletion. */
  boolean isOf(JsonNode json) {
    var isOfPasskey = json.path("@odata.type").asString("").contains("fido2");
    return json.has(names().text()) || (this == PASSKEY && isOfPasskey);
  }

  Names names() {
    return switch (this) {
      case PHONE -> OF_PHONES;
      case EMAIL -> OF_EMAILS;
      case PASSKEY -> OF_PASSKEYS;
      case PASS -> OF_PASSES;
      case SESSIONS -> OF_SESSIONS;
    };
  }

  private Texts texts() {
    return switch (this) {
      case PHONE -> NUMBERS;
      case EMAIL -> ADDRESSES;
      case PASSKEY, PASS, SESSIONS -> NO_TEXTS;
    };
  }

  String fresh(int number, int end) {
    return this == PASS
      ? String.valueOf(SHORTEST_LIFETIME + end)
      : texts()
          .fresh()
          .formatted(number % 10_000, end);
  }

  String alike(int number, int user) {
    return texts()
      .alike()
      .formatted(number, user % 100);
  }

  String seeded(int user) {
    return texts().seeded().formatted(user);
  }

  /** Texts are the same whatever their case. */
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  boolean isMasked(String shown) {
    return mask.matcher(plain(shown)).find();
  }

  /** Whether what is shown, whole or masked or left out, can be this text. */
  boolean shows(String shown, String text) {
    var visible = mask.split(plain(shown), -1);
    return (
      shown.isEmpty() ||
      (visible.length == 1
        ? text.equals(plain(shown))
        : text.startsWith(visible[0]) && text.endsWith(visible[visible.length - 1]))
    );
  }
}
