package dev.authmethods.gateway.methods;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.MethodPermissions;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.lookup.BatchedLookup;
import dev.authmethods.gateway.lookup.MethodReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;

/**
 * The devices of methods. Lists of methods leave them out, so that each is read with its method. Source:
 * https://learn.microsoft.com/graph/api/windowshelloforbusinessauthenticationmethod-get
 */
@Component
class EntraDevices implements BatchedLookup<MethodOnDevice, LookupResult<Optional<RegisteredDevice>>> {

  private final Entra entra;
  private final Resource<MethodOnDevice, Optional<RegisteredDevice>> device;

  EntraDevices(Entra entra, MethodReader.OfEveryKind kinds) {
    this.entra = entra;
    this.device = new Resource<>(
      "devices",
      Service.AUTHENTICATION_METHODS,
      _ -> MethodPermissions.toReadAllKinds(),
      method -> path(method, kinds),
      (_, in) -> read(in)
    );
  }

  @Override
  public String name() {
    return "devices";
  }

  /** Only callers who may read the methods have one to ask about. */
  @Override
  public Map<MethodOnDevice, LookupResult<Optional<RegisteredDevice>>> load(
    Set<MethodOnDevice> methods,
    RequestContext call
  ) {
    return entra.readAll(call, methods, device);
  }

  private static String path(MethodOnDevice method, MethodReader.OfEveryKind kinds) {
    var kind = Objects.requireNonNull(kinds.of(method.getClass().getSimpleName()));
    var id = URLEncoder.encode(method.methodId(), StandardCharsets.UTF_8);
    return UserAddress.of(method.user()) + "/authentication/" + kind.collection() + "/" + id + "?$expand=device";
  }

  /** A method without a device is whole too, an answer without a method is not. */
  static Optional<RegisteredDevice> read(JsonParser in) {
    var device = new AtomicReference<@Nullable RegisteredDevice>();
    var method = Json.properties(in, Map.of("device", each -> device.set(device(each))));
    Json.understood(method.text("id"));
    return Optional.ofNullable(device.get());
  }

  private static @Nullable RegisteredDevice device(JsonParser in) {
    if (!Json.isObject(in)) {
      in.skipChildren();
      return null;
    }
    var properties = Json.properties(in);
    return new RegisteredDevice(
      Json.understood(properties.text("id")),
      properties.text("deviceId"),
      properties.text("displayName"),
      properties.text("operatingSystem"),
      properties.text("operatingSystemVersion"),
      properties.text("trustType"),
      properties.flag("accountEnabled"),
      properties.flag("isCompliant"),
      properties.flag("isManaged"),
      properties.moment("registrationDateTime"),
      properties.moment("approximateLastSignInDateTime")
    );
  }
}
