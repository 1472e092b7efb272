package dev.authmethods.gateway.removal;

import static dev.authmethods.gateway.method.NationalCloud.CHINA_21VIANET;
import static dev.authmethods.gateway.method.NationalCloud.US_GOVERNMENT_L4;
import static dev.authmethods.gateway.method.NationalCloud.US_GOVERNMENT_L5;

import com.microsoft.graph.users.item.authentication.AuthenticationRequestBuilder;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.entra.GraphPermissions;
import dev.authmethods.gateway.entra.MethodPermissions;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.NationalCloud;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How Microsoft Graph deletes methods of a kind: each kind has an address and a permission. Source: the page on each deletion, such
 * as https://learn.microsoft.com/graph/api/fido2authenticationmethod-delete
 *
 * @param operation what it takes to delete one. Source of the clouds: the metadata of Microsoft Graph in each cloud
 * @param toRead    the permissions of which it takes one to read the methods of the kind
 * @param isKey     whether the method is a key in the directory, which answers for such methods in other words
 * @param send      sends the request: takes the user's methods and the method's id
 */
record EntraDeletion(
  Operation operation,
  GraphPermissions toRead,
  boolean isKey,
  BiConsumer<AuthenticationRequestBuilder, String> send
) {
  private static final Map<AuthenticationMethodKind, EntraDeletion> BY_KIND = Map.of(
    AuthenticationMethodKind.PHONE,
    of("Phone", false, Set.of(), (methods, id) -> methods.phoneMethods().byPhoneAuthenticationMethodId(id).delete()),
    AuthenticationMethodKind.EMAIL,
    of("Email", false, Set.of(CHINA_21VIANET), (methods, id) ->
      methods.emailMethods().byEmailAuthenticationMethodId(id).delete()
    ),
    AuthenticationMethodKind.PASSKEY,
    of("Passkey", true, Set.of(CHINA_21VIANET), (methods, id) ->
      methods.fido2Methods().byFido2AuthenticationMethodId(id).delete()
    ),
    AuthenticationMethodKind.MICROSOFT_AUTHENTICATOR,
    of("MicrosoftAuthApp", false, Set.of(), (methods, id) ->
      methods.microsoftAuthenticatorMethods().byMicrosoftAuthenticatorAuthenticationMethodId(id).delete()
    ),
    AuthenticationMethodKind.PLATFORM_CREDENTIAL,
    of("PlatformCred", true, Set.of(), (methods, id) ->
      methods.platformCredentialMethods().byPlatformCredentialAuthenticationMethodId(id).delete()
    ),
    AuthenticationMethodKind.SOFTWARE_OATH,
    of("SoftwareOATH", false, Set.of(CHINA_21VIANET), (methods, id) ->
      methods.softwareOathMethods().bySoftwareOathAuthenticationMethodId(id).delete()
    ),
    AuthenticationMethodKind.TEMPORARY_ACCESS_PASS,
    of("TAP", false, Set.of(CHINA_21VIANET), (methods, id) ->
      methods.temporaryAccessPassMethods().byTemporaryAccessPassAuthenticationMethodId(id).delete()
    ),
    AuthenticationMethodKind.WINDOWS_HELLO_FOR_BUSINESS,
    of("WindowsHello", true, Set.of(CHINA_21VIANET), (methods, id) ->
      methods.windowsHelloForBusinessMethods().byWindowsHelloForBusinessAuthenticationMethodId(id).delete()
    ),
    AuthenticationMethodKind.EXTERNAL_MFA,
    of("External", false, Set.of(CHINA_21VIANET, US_GOVERNMENT_L4, US_GOVERNMENT_L5), (methods, id) ->
      methods.externalAuthenticationMethods().byExternalAuthenticationMethodId(id).delete()
    )
  );

  /** The deletion of a kind; null when Microsoft Graph v1.0 has none. */
  static @Nullable EntraDeletion of(AuthenticationMethodKind kind) {
    return BY_KIND.get(kind);
  }

  private static EntraDeletion of(
    String permission,
    boolean isKey,
    Set<NationalCloud> missingClouds,
    BiConsumer<AuthenticationRequestBuilder, String> send
  ) {
    var operation = DeleteAuthenticationMethod.OPERATION.in(EnumSet.complementOf(missing(missingClouds)));
    return new EntraDeletion(
      operation.needing(MethodPermissions.toWrite(permission)),
      MethodPermissions.toRead(permission),
      isKey,
      send
    );
  }

  private static EnumSet<NationalCloud> missing(Set<NationalCloud> clouds) {
    return clouds.isEmpty() ? EnumSet.noneOf(NationalCloud.class) : EnumSet.copyOf(clouds);
  }

  /** Whether the cloud has methods of the kind. */
  boolean isOfferedIn(NationalCloud cloud) {
    return operation.clouds().contains(cloud);
  }
}
