package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.lookup.IdentityLookup;
import dev.authmethods.gateway.method.PhoneMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds the phones of one user, each in view of those before it. */
final class PhonesOfOne {

  private final EntraPhoneMethods phones;
  private final PhoneMethods methods;
  private final ItemResults results;
  private final RequestContext call;
  private final IdentityLookup identities;

  PhonesOfOne(
    EntraPhoneMethods phones,
    PhoneMethods methods,
    ItemResults results,
    RequestContext call,
    IdentityLookup identities
  ) {
    this.phones = phones;
    this.methods = methods;
    this.results = results;
    this.call = call;
    this.identities = identities;
  }

  /** What could not be read beforehand, the writes will find out. */
  void add(List<PhoneItem> items, LookupResult<List<PhoneMethod>> held) {
    switch (held) {
      case LookupResult.Found<List<PhoneMethod>>(var phones) -> addAll(items, new ArrayList<>(phones));
      case LookupResult.Failed<List<PhoneMethod>> _ -> items.forEach(item -> add(item, null));
    }
  }

  /** After an item that failed, or may not have, what is held is not certain any more: the next ones find out. */
  private void addAll(List<PhoneItem> items, List<PhoneMethod> known) {
    @Nullable
    List<PhoneMethod> held = known;
    boolean failed = false;
    for (var item : items) {
      if (!add(failed ? item.provisional() : item, held == null ? null : List.copyOf(held))) {
        failed = true;
        held = phones.heldNow(call, item.user());
      } else if (held != null) {
        held.add(item.asAdded());
      }
    }
  }

  private boolean add(PhoneItem item, @Nullable List<PhoneMethod> held) {
    try {
      var result = methods.claimed(call, item.phone(), held, identities);
      results.put(item, result);
      return result.errors().isEmpty();
    } catch (EntraFailure.SignInFailure failure) {
      results.put(item, failure);
      return false;
    }
  }
}
