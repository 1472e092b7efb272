package dev.authmethods.gateway.methods;

import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.Json.Properties;
import dev.authmethods.gateway.lookup.MethodReader;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.UserKey;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * A kind of method that this gateway only lists.
 *
 * @param make makes the method from its properties in Microsoft Graph
 */
record ListedKind<M extends AuthenticationMethod>(
  AuthenticationMethodKind kind,
  Class<M> type,
  String entityType,
  String collection,
  Factory<M> make
) implements MethodReader<M> {
  /** All of them. Source: https://learn.microsoft.com/graph/api/resources/authenticationmethods-overview */
  static final List<ListedKind<?>> ALL = List.of(
    new ListedKind<>(
      AuthenticationMethodKind.MICROSOFT_AUTHENTICATOR,
      MicrosoftAuthenticatorMethod.class,
      "microsoftAuthenticatorAuthenticationMethod",
      "microsoftAuthenticatorMethods",
      (user, id, created, in) ->
        new MicrosoftAuthenticatorMethod(
          user,
          id,
          created,
          in.text("displayName"),
          in.text("deviceTag"),
          in.text("phoneAppVersion")
        )
    ),
    new ListedKind<>(
      AuthenticationMethodKind.PASSWORD,
      PasswordMethod.class,
      "passwordAuthenticationMethod",
      "passwordMethods",
      (user, id, created, _) -> new PasswordMethod(user, id, created)
    ),
    new ListedKind<>(
      AuthenticationMethodKind.PLATFORM_CREDENTIAL,
      PlatformCredentialMethod.class,
      "platformCredentialAuthenticationMethod",
      "platformCredentialMethods",
      (user, id, created, in) ->
        new PlatformCredentialMethod(
          user,
          id,
          created,
          in.text("displayName"),
          MethodPlatform.of(in.text("platform")),
          KeyStrength.of(in.text("keyStrength"))
        )
    ),
    new ListedKind<>(
      AuthenticationMethodKind.SOFTWARE_OATH,
      SoftwareOathMethod.class,
      "softwareOathAuthenticationMethod",
      "softwareOathMethods",
      (user, id, created, _) -> new SoftwareOathMethod(user, id, created)
    ),
    new ListedKind<>(
      AuthenticationMethodKind.WINDOWS_HELLO_FOR_BUSINESS,
      WindowsHelloForBusinessMethod.class,
      "windowsHelloForBusinessAuthenticationMethod",
      "windowsHelloForBusinessMethods",
      (user, id, created, in) ->
        new WindowsHelloForBusinessMethod(
          user,
          id,
          created,
          in.text("displayName"),
          KeyStrength.of(in.text("keyStrength"))
        )
    ),
    new ListedKind<>(
      AuthenticationMethodKind.EXTERNAL_MFA,
      ExternalMfaMethod.class,
      "externalAuthenticationMethod",
      "externalAuthenticationMethods",
      (user, id, created, in) ->
        new ExternalMfaMethod(user, id, created, in.text("configurationId"), in.text("displayName"))
    ),
    new ListedKind<>(
      AuthenticationMethodKind.QR_CODE_PIN,
      QrCodePinMethod.class,
      "qrCodePinAuthenticationMethod",
      "qrCodePinMethod",
      (user, id, created, _) -> new QrCodePinMethod(user, id, created)
    )
  );

  /** Makes a method. */
  interface Factory<M> {
    M make(UserKey user, String methodId, @Nullable OffsetDateTime createdDateTime, Properties in);
  }

  /** A method without an id cannot be told from others. */
  @Override
  public @Nullable M read(UserKey user, JsonParser in) {
    var properties = Json.properties(in);
    var id = properties.text("id");
    return id == null || id.isBlank() ? null : make.make(user, id, properties.moment("createdDateTime"), properties);
  }
}
