package dev.authmethods.sandbox.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.email.RegisteredEmail;
import dev.authmethods.sandbox.email.StoredEmailAddress;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.method.Method;
import dev.authmethods.sandbox.method.MethodKind;
import dev.authmethods.sandbox.method.StoredMethod;
import dev.authmethods.sandbox.pass.RegisteredAccessPass;
import dev.authmethods.sandbox.phone.PhoneMethodType;
import dev.authmethods.sandbox.phone.RegisteredPhone;
import dev.authmethods.sandbox.phone.SignInState;
import dev.authmethods.sandbox.phone.StoredPhoneNumber;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** The methods of the seed. Those of the same owner are the same in every sandbox. */
final class SeedMethods {

  private static final String PASSWORD_ID = "28c10230-6103-485e-b985-444c60001490";
  private static final String CREATED = "2024-02-01T09:30:00Z";

  private SeedMethods() {}

  static Method mobile(String number) {
    return mobile(number, SignInState.NOT_ALLOWED_BY_POLICY);
  }

  static Method mobile(String number, SignInState state) {
    return new RegisteredPhone(PhoneMethodType.MOBILE, new StoredPhoneNumber(number), state);
  }

  static Method alternate(String number) {
    return new RegisteredPhone(
      PhoneMethodType.ALTERNATE_MOBILE,
      new StoredPhoneNumber(number),
      SignInState.NOT_SUPPORTED
    );
  }

  static Method office(String number) {
    return new RegisteredPhone(PhoneMethodType.OFFICE, new StoredPhoneNumber(number), SignInState.NOT_SUPPORTED);
  }

  static Method email(String address) {
    return new RegisteredEmail(new StoredEmailAddress(address), CREATED);
  }

  /** A password is always there, and nobody can read it. */
  static Method password() {
    var properties = JsonTree.object().putNull("createdDateTime").putNull("password");
    return new StoredMethod(PASSWORD_ID, MethodKind.PASSWORD, properties);
  }

  /** One that is not registered for sign-in without a password has no date and no device. */
  static Method authenticator(int owner) {
    return authenticator(owner, JsonTree.object().putNull("createdDateTime"));
  }

  static Method authenticatorWithoutPassword(int owner) {
    return authenticator(owner, created()).with(
      device(owner, "Phone")
        .put("operatingSystem", "IPhone")
        .put("operatingSystemVersion", "17.2")
        .put("trustType", "Workplace")
    );
  }

  static Method passkey() {
    // As Microsoft writes the ids of passkeys: no GUID.
    return passkey("-2_GRUg2-HYz6_1YG4YRAQ2");
  }

  static Method passkey(int owner) {
    return passkey(keyId(MethodKind.FIDO2, owner));
  }

  static Method softwareOath(int owner) {
    return other(owner, MethodKind.SOFTWARE_OATH, JsonTree.object().putNull("secretKey"));
  }

  static Method windowsHello(int owner) {
    var properties = created().put("displayName", "Laptop").put("keyStrength", "normal");
    return new StoredMethod(keyId(MethodKind.WINDOWS_HELLO, owner), MethodKind.WINDOWS_HELLO, properties).with(
      device(owner, "Laptop")
        .put("operatingSystem", "Windows")
        .put("operatingSystemVersion", "10.0.26100.1742")
        .put("trustType", "AzureAd")
    );
  }

  static Method platformCredential(int owner) {
    var properties = created().put("displayName", "MacBook").put("keyStrength", "normal").put("platform", "macOS");
    return new StoredMethod(keyId(MethodKind.PLATFORM, owner), MethodKind.PLATFORM, properties).with(
      device(owner, "MacBook")
        .put("operatingSystem", "MacMDM")
        .put("operatingSystemVersion", "14.3")
        .put("trustType", "AzureAd")
    );
  }

  static Method external(int owner) {
    var properties = created().put("configurationId", "50000000-0000-4000-8000-000000000001");
    return other(owner, MethodKind.EXTERNAL, properties.put("displayName", "Adatum MFA"));
  }

  static Method qrCodePin(int owner) {
    return other(owner, MethodKind.QR_CODE_PIN, created());
  }

  /** Of a type that v1.0 does not know. */
  static Method hardwareOath(int owner) {
    var type = "#microsoft.graph.hardwareOathAuthenticationMethod";
    return new StoredMethod(id("hardwareOath", owner), MethodKind.UNTYPED, type, created(), null);
  }

  /**
   * A pass that can be used for eight hours.
   *
   * @param start when it begins, for unlike all else this one gets old
   */
  static Method accessPass(DirectoryUser owner, Instant start) {
    return new RegisteredAccessPass(id("pass", 24), owner, "Contoso-24", start, start, 480, false, false);
  }

  private static StoredMethod authenticator(int owner, ObjectNode created) {
    var properties = created.put("displayName", "Phone").put("deviceTag", "SoftwareTokenActivated");
    return other(owner, MethodKind.AUTHENTICATOR, properties.put("phoneAppVersion", "6.2401.0"));
  }

  private static Method passkey(String id) {
    var properties = created().put("displayName", "Security key").put("model", "Contoso Key");
    properties.put("aaGuid", "de1e552d-db1d-4423-a619-566b625cdc84").put("attestationLevel", "attested");
    properties.put("passkeyType", "deviceBound").putArray("attestationCertificates");
    return new StoredMethod(id, MethodKind.FIDO2, properties);
  }

  /** The properties that all devices have (Microsoft Graph: device resource type). */
  private static ObjectNode device(int owner, String name) {
    return JsonTree.object()
      .put("id", id("object of " + name, owner))
      .put("deviceId", id(name, owner))
      .put("displayName", name)
      .put("accountEnabled", true)
      .put("isCompliant", true)
      .put("isManaged", true)
      .put("registrationDateTime", CREATED)
      .put("approximateLastSignInDateTime", "2024-06-03T07:45:00Z");
  }

  private static StoredMethod other(int owner, MethodKind kind, ObjectNode properties) {
    return new StoredMethod(id(kind.typeName(), owner), kind, properties);
  }

  private static String id(String what, int owner) {
    return UUID.nameUUIDFromBytes((what + owner).getBytes(UTF_8)).toString();
  }

  /** The ids of keys are Base64 for addresses. */
  private static String keyId(MethodKind kind, int owner) {
    return (
      Base64.getUrlEncoder()
        .encodeToString(id(kind.typeName(), owner).substring(0, 16).getBytes(UTF_8))
        .replaceAll("=", "") + "2"
    );
  }

  private static ObjectNode created() {
    return JsonTree.object().put("createdDateTime", CREATED);
  }
}
