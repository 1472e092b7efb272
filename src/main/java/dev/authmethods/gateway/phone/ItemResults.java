package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.AddPhoneMethodError;
import dev.authmethods.gateway.error.UpstreamRefusedError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** What became of items, in whatever order it is told. */
final class ItemResults {

  private final int size;
  private final Map<Integer, AddPhoneMethodsResult> results = new ConcurrentHashMap<>();
  private final Map<PhoneItem, EntraFailure.SignInFailure> challenged = new ConcurrentHashMap<>();

  ItemResults(int size) {
    this.size = size;
  }

  void put(PhoneItem item, PhoneResult<AddPhoneMethodError> result) {
    results.put(item.index(), AddPhoneMethodsResult.of(result, item));
  }

  /** Entra issues no token for the caller. */
  void put(PhoneItem item, EntraFailure.SignInFailure failure) {
    challenged.put(item, failure);
  }

  /** All of them. A challenge answers the whole request, unless that would hide what was written. */
  List<AddPhoneMethodsResult> inOrder(RequestContext call) {
    challenged.forEach((item, failure) -> {
      if (!call.wrote().get()) {
        throw failure;
      }
      put(item, PhoneResult.refused(null, List.of(new UpstreamRefusedError(List.of(), failure.error(), null))));
    });
    return IntStream.range(0, size)
      .mapToObj(index -> Objects.requireNonNull(results.get(index)))
      .toList();
  }
}
