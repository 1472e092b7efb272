package dev.authmethods.gateway.passkey;

import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.lookup.MethodLookup;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The passkey part of the schema. */
@Controller
class PasskeyController {

  @SchemaMapping(typeName = "User")
  CompletableFuture<List<PasskeyMethod>> passkeys(
    User user,
    DataLoader<UserKey, LookupResult<List<PasskeyMethod>>> fido2Methods
  ) {
    return MethodLookup.of(user, fido2Methods);
  }
}
