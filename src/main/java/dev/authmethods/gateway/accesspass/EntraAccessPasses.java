package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.EntraMethods;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.MethodPermissions;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;

/** Temporary Access Passes as Microsoft Graph has them. Source: https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethod */
@Component
class EntraAccessPasses extends EntraMethods<TemporaryAccessPassMethod> {

  private static final Operation READ = Operation.read("accessPasses", MethodPermissions.toRead("TAP"));

  EntraAccessPasses(Entra entra, AccessPolicy policy) {
    super(
      entra,
      policy,
      TemporaryAccessPassMethod.class,
      "temporaryAccessPassAuthenticationMethod",
      "temporaryAccessPassMethods",
      READ,
      List.of()
    );
  }

  @Override
  public Set<String> fields() {
    return Set.of("temporaryAccessPass");
  }

  @Override
  public @Nullable TemporaryAccessPassMethod read(UserKey user, JsonParser in) {
    var properties = Json.properties(in);
    var id = properties.text("id");
    if (id == null || id.isBlank()) {
      return null;
    }
    var reason = properties.text("methodUsabilityReason");
    return new TemporaryAccessPassMethod(
      user,
      id,
      properties.moment("createdDateTime"),
      properties.moment("startDateTime"),
      properties.integer("lifetimeInMinutes"),
      properties.flag("isUsableOnce"),
      properties.flag("isUsable"),
      reason == null ? null : AccessPassUsability.of(reason)
    );
  }
}
