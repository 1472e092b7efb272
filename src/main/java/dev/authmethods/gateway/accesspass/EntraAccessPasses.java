package dev.authmethods.gateway.accesspass;

import com.microsoft.graph.models.TemporaryAccessPassAuthenticationMethod;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.authentication.temporaryaccesspassmethods.TemporaryAccessPassMethodsRequestBuilder;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.EntraMethods;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Secret;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.GraphPermissions;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.MethodPermissions;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.UserKey;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;

/** Temporary Access Passes as Microsoft Graph has them. Source: https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethod */
@Component
class EntraAccessPasses extends EntraMethods<TemporaryAccessPassMethod> {

  private static final GraphPermissions WRITE = MethodPermissions.toWrite("TAP");
  private static final Operation READ = Operation.read("accessPasses", MethodPermissions.toRead("TAP"));
  private static final List<Operation> MUTATIONS = List.of(CreateAccessPass.OPERATION, DeleteAccessPass.OPERATION);

  EntraAccessPasses(Entra entra, AccessPolicy policy) {
    super(
      entra,
      policy,
      TemporaryAccessPassMethod.class,
      "temporaryAccessPassAuthenticationMethod",
      "temporaryAccessPassMethods",
      READ,
      MUTATIONS
    );
  }

  /** A mutation of passes, which China does not offer. */
  static Operation write(String mutation, Class<? extends ExpectedError> errors) {
    return Operation.write(mutation, errors, WRITE).notIn(NationalCloud.CHINA_21VIANET);
  }

  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.TEMPORARY_ACCESS_PASS;
  }

  @Override
  public Set<String> fields() {
    return Set.of("temporaryAccessPass");
  }

  @Override
  public @Nullable TemporaryAccessPassMethod read(UserKey user, JsonParser in) {
    return read(user, Json.properties(in));
  }

  private static @Nullable TemporaryAccessPassMethod read(UserKey user, Json.Properties properties) {
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

  /** The answer is the only one that has the code. */
  Written<TemporaryAccessPassMethod> create(RequestContext call, UserKey user, AccessPassTerms terms) {
    return entra.write(
      call,
      WRITE,
      Service.AUTHENTICATION_METHODS,
      graph -> at(graph, user).post(body(terms)),
      in -> created(user, Json.properties(in))
    );
  }

  private static Written<TemporaryAccessPassMethod> created(UserKey user, Json.Properties properties) {
    var code = properties.text("temporaryAccessPass");
    var secret = code == null || code.isBlank() ? null : new Secret(code);
    return Written.of(Json.understood(read(user, properties)), secret);
  }

  Written<TemporaryAccessPassMethod> delete(RequestContext call, UserKey user, TemporaryAccessPassMethod pass) {
    entra.send(call, WRITE, Service.AUTHENTICATION_METHODS, graph ->
      at(graph, user).byTemporaryAccessPassAuthenticationMethodId(pass.methodId()).delete()
    );
    return Written.nothing();
  }

  private static TemporaryAccessPassMethodsRequestBuilder at(GraphServiceClient graph, UserKey user) {
    return graph.users().byUserId(user.value()).authentication().temporaryAccessPassMethods();
  }

  private static TemporaryAccessPassAuthenticationMethod body(AccessPassTerms terms) {
    var pass = new TemporaryAccessPassAuthenticationMethod();
    // The SDK would name the type in the body, which the documented request does not; without a value it would name a property.
    pass.getBackingStore().clear();
    if (terms.start() != null) {
      pass.setStartDateTime(terms.start().withOffsetSameInstant(ZoneOffset.UTC));
    }
    if (terms.lifetimeInMinutes() != null) {
      pass.setLifetimeInMinutes(terms.lifetimeInMinutes());
    }
    if (terms.isUsableOnce() != null) {
      pass.setIsUsableOnce(terms.isUsableOnce());
    }
    return pass;
  }
}
