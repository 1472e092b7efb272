package dev.authmethods.gateway.methods;

import dev.authmethods.gateway.entra.LookupResult;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The devices that methods of some kinds are bound to. */
@Controller
class DeviceController {

  @SchemaMapping
  CompletableFuture<@Nullable RegisteredDevice> device(
    MicrosoftAuthenticatorMethod method,
    DataLoader<MethodOnDevice, LookupResult<Optional<RegisteredDevice>>> devices
  ) {
    return of(method, devices);
  }

  @SchemaMapping
  CompletableFuture<@Nullable RegisteredDevice> device(
    PlatformCredentialMethod method,
    DataLoader<MethodOnDevice, LookupResult<Optional<RegisteredDevice>>> devices
  ) {
    return of(method, devices);
  }

  @SchemaMapping
  CompletableFuture<@Nullable RegisteredDevice> device(
    WindowsHelloForBusinessMethod method,
    DataLoader<MethodOnDevice, LookupResult<Optional<RegisteredDevice>>> devices
  ) {
    return of(method, devices);
  }

  private static CompletableFuture<@Nullable RegisteredDevice> of(
    MethodOnDevice method,
    DataLoader<MethodOnDevice, LookupResult<Optional<RegisteredDevice>>> devices
  ) {
    return devices.load(method).thenApply(answer -> answer.orThrow().orElse(null));
  }
}
