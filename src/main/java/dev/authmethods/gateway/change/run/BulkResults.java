package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.BulkItem;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.UpstreamRefusedError;
import dev.authmethods.gateway.method.UserResource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The results of many changes, which come in any order. */
final class BulkResults<M extends UserResource> {

  private final List<BulkItem<M>> items;
  private final Map<Integer, ChangeResult<M>> byIndex = new ConcurrentHashMap<>();
  private final Map<BulkItem<M>, EntraFailure.SignInFailure> signInFailures = new ConcurrentHashMap<>();

  BulkResults(List<BulkItem<M>> items) {
    this.items = items;
  }

  void put(BulkItem<M> item, ChangeResult<M> result) {
    byIndex.put(item.index(), result.withErrors(result.errors().stream().map(item::inPlace).toList()));
  }

  /** Entra issues no token for the caller. */
  void put(BulkItem<M> item, EntraFailure.SignInFailure failure) {
    signInFailures.put(item, failure);
  }

  /** All of them. A failed sign-in answers the whole request, unless that would hide what was written. */
  List<ChangeResult<M>> inOrder(RequestContext call) {
    signInFailures.forEach((item, failure) -> {
      if (!call.wrote().get()) {
        throw failure;
      }
      put(item, ChangeResult.refused(new UpstreamRefusedError(List.of(), failure.error(), null)));
    });
    return items
      .stream()
      .map(item -> Objects.requireNonNull(byIndex.get(item.index())))
      .toList();
  }
}
