package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.lookup.IdentityLookup;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Adds many phones: looks at all of them first, reads in one wave what their users have, then writes one after the other for
 * each user, in the order of the request, and for a few users at a time. Each phone succeeds or fails alone.
 */
@Service
class ManyPhones {

  /** For how many users is written at a time. */
  private static final int AT_A_TIME = 8;

  private final Entra entra;
  private final EntraPhoneMethods phones;
  private final PhoneMethods methods;

  ManyPhones(Entra entra, EntraPhoneMethods phones, PhoneMethods methods) {
    this.entra = entra;
    this.phones = phones;
    this.methods = methods;
  }

  AddPhoneMethodsPayload add(
    RequestContext call,
    AddPhoneMethodsInput input,
    Violations violations,
    IdentityLookup identities
  ) {
    var errors = PhoneItem.ofTheWhole(violations);
    var results = errors.isEmpty()
      ? results(call, items(input, violations), identities)
      : List.<AddPhoneMethodsResult>of();
    return new AddPhoneMethodsPayload(results, List.copyOf(errors), input.clientMutationId());
  }

  private static List<PhoneItem> items(AddPhoneMethodsInput input, Violations violations) {
    return IntStream.range(0, input.items().size())
      .mapToObj(index -> PhoneItem.of(input, index, violations))
      .toList();
  }

  private List<AddPhoneMethodsResult> results(RequestContext call, List<PhoneItem> items, IdentityLookup identities) {
    var results = new ItemResults(items.size());
    var open = items
      .stream()
      .filter(item -> isOpen(call, item, results))
      .collect(Collectors.groupingBy(PhoneItem::user, LinkedHashMap::new, Collectors.toList()));
    if (!open.isEmpty()) {
      write(call, open, results, identities);
    }
    return results
      .inOrder(call)
      .stream()
      .map(result -> identified(result, identities))
      .toList();
  }

  private boolean isOpen(RequestContext call, PhoneItem item, ItemResults results) {
    var objections = methods.objections(call, item.phone());
    if (!objections.isEmpty()) {
      results.put(item, PhoneResult.refused(null, objections));
    }
    return objections.isEmpty();
  }

  private static AddPhoneMethodsResult identified(AddPhoneMethodsResult result, IdentityLookup identities) {
    var id = result.about() == null || result.confirmation() == null ? null : identities.await(result.about());
    return id == null ? result : result.reachedBy(id);
  }

  private void write(
    RequestContext call,
    Map<UserKey, List<PhoneItem>> byUser,
    ItemResults results,
    IdentityLookup identities
  ) {
    if (
      byUser
        .values()
        .stream()
        .flatMap(List::stream)
        .anyMatch(item -> !item.phone().input().validateOnly())
    ) {
      methods.identify(byUser.keySet(), identities);
    }
    var held = phones.held(byUser.keySet(), call);
    var waiting = new ConcurrentLinkedQueue<>(byUser.values());
    var writers = Stream.generate(() -> entra.start(() -> work(call, waiting, held, results, identities)))
      .limit(Math.min(AT_A_TIME, byUser.size()))
      .toList();
    writers.forEach(Entra::join);
  }

  /** Takes one user after the other, until none is left; answers with how many there were. */
  private int work(
    RequestContext call,
    Queue<List<PhoneItem>> waiting,
    Map<UserKey, LookupResult<List<PhoneMethod>>> held,
    ItemResults results,
    IdentityLookup identities
  ) {
    int users = 0;
    for (var items = waiting.poll(); items != null; items = waiting.poll()) {
      new PhonesOfOne(phones, methods, results, call, identities).add(items, answered(held, items.getFirst().user()));
      users++;
    }
    return users;
  }

  private static LookupResult<List<PhoneMethod>> answered(
    Map<UserKey, LookupResult<List<PhoneMethod>>> held,
    UserKey user
  ) {
    return Objects.requireNonNull(held.get(user));
  }
}
