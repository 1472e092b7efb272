package dev.authmethods.gateway.passkey;

import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.EntraMethods;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.MethodPermissions;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;

/** Passkeys as Microsoft Graph has them. Source: https://learn.microsoft.com/graph/api/resources/fido2authenticationmethod */
@Component
class EntraPasskeys extends EntraMethods<PasskeyMethod> {

  private static final Operation READ = Operation.read("passkeys", MethodPermissions.toRead("Passkey"));

  EntraPasskeys(Entra entra, AccessPolicy policy) {
    super(entra, policy, PasskeyMethod.class, "fido2AuthenticationMethod", "fido2Methods", READ, List.of());
  }

  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.PASSKEY;
  }

  @Override
  public Set<String> fields() {
    return Set.of("passkeys");
  }

  @Override
  public @Nullable PasskeyMethod read(UserKey user, JsonParser in) {
    var properties = Json.properties(in);
    var id = properties.text("id");
    if (id == null || id.isBlank()) {
      return null;
    }
    var type = properties.text("passkeyType");
    var attestation = properties.text("attestationLevel");
    return new PasskeyMethod(
      user,
      id,
      properties.moment("createdDateTime"),
      properties.text("displayName"),
      properties.text("model"),
      properties.text("aaGuid"),
      type == null ? null : PasskeyType.of(type),
      attestation == null ? null : AttestationLevel.of(attestation),
      properties.texts("attestationCertificates")
    );
  }
}
