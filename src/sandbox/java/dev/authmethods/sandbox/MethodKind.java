package dev.authmethods.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of authentication method: collection, type name, and the family of its own permissions. */
enum MethodKind {
  PHONE("phoneMethods", "phoneAuthenticationMethod", "Phone"),
  PASSWORD("passwordMethods", "passwordAuthenticationMethod", "Password"),
  EMAIL("emailMethods", "emailAuthenticationMethod", "Email"),
  FIDO2("fido2Methods", "fido2AuthenticationMethod", "Passkey"),
  AUTHENTICATOR("microsoftAuthenticatorMethods", "microsoftAuthenticatorAuthenticationMethod", "MicrosoftAuthApp"),
  SOFTWARE_OATH("softwareOathMethods", "softwareOathAuthenticationMethod", "SoftwareOATH"),
  ACCESS_PASS("temporaryAccessPassMethods", "temporaryAccessPassAuthenticationMethod", "TAP"),
  WINDOWS_HELLO("windowsHelloForBusinessMethods", "windowsHelloForBusinessAuthenticationMethod", "WindowsHello"),
  PLATFORM("platformCredentialMethods", "platformCredentialAuthenticationMethod", "PlatformCred"),
  EXTERNAL("externalAuthenticationMethods", "externalAuthenticationMethod", "External");

  private final String collection;
  private final String typeName;
  private final String permissionFamily;

  MethodKind(String collection, String typeName, String permissionFamily) {
    this.collection = collection;
    this.typeName = typeName;
    this.permissionFamily = permissionFamily;
  }

  String collection() {
    return collection;
  }

  String typeName() {
    return "#microsoft.graph." + typeName;
  }

  String permissionFamily() {
    return permissionFamily;
  }

  static Optional<MethodKind> ofCollection(String segment) {
    return Arrays.stream(values())
      .filter(kind -> kind.collection.equalsIgnoreCase(segment))
      .findFirst();
  }
}
