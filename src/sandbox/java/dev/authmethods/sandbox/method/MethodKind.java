package dev.authmethods.sandbox.method;

import dev.authmethods.sandbox.directory.GraphCloud;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.query.EntityType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of authentication method: collection, type name, and the family of its permissions. */
public enum MethodKind {
  PHONE("phoneMethods", "phoneAuthenticationMethod", "Phone", "phoneNumber", "phoneType", "smsSignInState"),
  PASSWORD("passwordMethods", "passwordAuthenticationMethod", "Password", "password"),
  EMAIL("emailMethods", "emailAuthenticationMethod", "Email", "emailAddress"),
  FIDO2(
    "fido2Methods",
    "fido2AuthenticationMethod",
    "Passkey",
    "aaGuid",
    "attestationCertificates",
    "attestationLevel",
    "displayName",
    "model",
    "passkeyType",
    "publicKeyCredential"
  ),
  AUTHENTICATOR(
    "microsoftAuthenticatorMethods",
    "microsoftAuthenticatorAuthenticationMethod",
    "MicrosoftAuthApp",
    "deviceTag",
    "displayName",
    "phoneAppVersion"
  ),
  SOFTWARE_OATH("softwareOathMethods", "softwareOathAuthenticationMethod", "SoftwareOATH", "secretKey"),
  ACCESS_PASS(
    "temporaryAccessPassMethods",
    "temporaryAccessPassAuthenticationMethod",
    "TAP",
    "isUsable",
    "isUsableOnce",
    "lifetimeInMinutes",
    "methodUsabilityReason",
    "startDateTime",
    "temporaryAccessPass"
  ),
  WINDOWS_HELLO(
    "windowsHelloForBusinessMethods",
    "windowsHelloForBusinessAuthenticationMethod",
    "WindowsHello",
    "displayName",
    "keyStrength"
  ),
  PLATFORM(
    "platformCredentialMethods",
    "platformCredentialAuthenticationMethod",
    "PlatformCred",
    "displayName",
    "keyStrength",
    "platform"
  ),
  EXTERNAL(
    "externalAuthenticationMethods",
    "externalAuthenticationMethod",
    "External",
    "configurationId",
    "displayName"
  ),

  /** Listed among all methods, although the metadata of v1.0 has no collection of them. */
  QR_CODE_PIN("", "qrCodePinAuthenticationMethod", "QR"),

  /** All types that the metadata of v1.0 does not know; each method has its own type. */
  UNTYPED("", "authenticationMethod", "");

  private static final EntityType ANY = EntityType.of("authenticationMethod", Common.and());

  private final String collection;
  private final String typeName;
  private final String permissionFamily;

  // An entity type never changes; the annotation that says so is not on the class path.
  @SuppressWarnings("ImmutableEnumChecker")
  private final EntityType type;

  MethodKind(String collection, String typeName, String permissionFamily, String... properties) {
    this.collection = collection;
    this.typeName = typeName;
    this.permissionFamily = permissionFamily;
    this.type = EntityType.of(typeName, Common.and(properties));
  }

  public String collection() {
    return collection;
  }

  /** Whether Graph has a collection for this kind alone, in which clients can read and change its methods. */
  boolean hasCollection() {
    return !collection.isEmpty();
  }

  public String typeName() {
    return "#microsoft.graph." + typeName;
  }

  String permissionFamily() {
    return permissionFamily;
  }

  /** Whether methods of this kind can be reached in a cloud (the metadata of Microsoft Graph in each). */
  boolean isOfferedIn(GraphCloud cloud) {
    return switch (cloud) {
      case GLOBAL -> true;
      case US_GOVERNMENT_L4, US_GOVERNMENT_L5 -> this != EXTERNAL && this != QR_CODE_PIN;
      case CHINA_21VIANET -> this == PHONE || this == AUTHENTICATOR || this == PLATFORM;
    };
  }

  /** Whether it is one with a {@code device}, which a read of a single method can expand. */
  boolean isBoundToADevice() {
    return this == AUTHENTICATOR || this == WINDOWS_HELLO || this == PLATFORM;
  }

  /** The type of the methods of a kind; for null of all kinds together. */
  static EntityType typeOf(@Nullable MethodKind kind) {
    return kind == null ? ANY : kind.type;
  }

  /** The kind whose type has this name, in lower case and without a namespace. */
  static MethodKind ofType(String name) {
    return Arrays.stream(values())
      .filter(kind -> kind != UNTYPED && kind.typeName.equalsIgnoreCase(name))
      .findFirst()
      .orElseThrow(() -> GraphError.unknownSegment("microsoft.graph." + name));
  }

  /** The kind of methods with this type, which has its namespace. */
  public static MethodKind ofTypeName(String typeName) {
    return Arrays.stream(values())
      .filter(kind -> kind.typeName().equals(typeName))
      .findFirst()
      .orElse(UNTYPED);
  }

  public static Optional<MethodKind> ofCollection(String segment) {
    return Arrays.stream(values())
      .filter(kind -> kind.hasCollection() && kind.collection.equalsIgnoreCase(segment))
      .findFirst();
  }

  /** The properties that the methods of all kinds have. */
  private static final class Common {

    static List<String> and(String... properties) {
      return Stream.concat(Stream.of("id", "createdDateTime"), Stream.of(properties)).toList();
    }
  }
}
