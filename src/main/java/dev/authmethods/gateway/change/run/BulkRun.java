package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.change.BulkItem;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.EntraResources;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Many changes being made: checks all of them first, reads in one wave what their users have, then writes one after the other for
 * each user, in the order of the request, and for a few users at a time. Each change succeeds or fails alone.
 */
final class BulkRun<M extends UserResource> {

  private static final int CONCURRENT_USERS = 8;

  private final ChangeEngine changes;
  private final MutationContext context;
  private final List<BulkItem<M>> items;
  private final EntraResources<M> methods;
  private final BulkResults<M> results;
  private final Map<UserKey, List<AdmittedItem<M>>> byUser = new LinkedHashMap<>();

  BulkRun(ChangeEngine changes, MutationContext context, List<BulkItem<M>> items, EntraResources<M> methods) {
    this.changes = changes;
    this.context = context;
    this.items = items;
    this.methods = methods;
    this.results = new BulkResults<>(items);
  }

  /** An item that nothing forbids so far. */
  record AdmittedItem<M extends UserResource>(BulkItem<M> item, ChangeEngine.Admitted<M> admitted) {}

  List<ChangeResult<M>> run() {
    items.forEach(this::admit);
    if (!byUser.isEmpty()) {
      beginIdentities();
      makeAdmitted();
    }
    return results
      .inOrder(context.call())
      .stream()
      .map(result -> ChangeEngine.identified(result, context))
      .toList();
  }

  private void admit(BulkItem<M> item) {
    var violations = item.violations(context.violations());
    switch (changes.admit(context.ofItem(item.index()), violations, item.input(), item.change())) {
      case Parsed.Invalid<ChangeEngine.Admitted<M>>(var errors) -> results.put(
        item,
        ChangeResult.unchanged(null, errors)
      );
      case Parsed.Valid<ChangeEngine.Admitted<M>>(var admitted) -> byUser
        .computeIfAbsent(admitted.user(), _ -> new ArrayList<>())
        .add(new AdmittedItem<>(item, admitted));
    }
  }

  /** Not if the gateway looks up the object ids before anything else. */
  private void beginIdentities() {
    var writes = items.stream().anyMatch(item -> !item.input().validateOnly());
    if (writes && changes.policy.protections(context.call().caller()).isEmpty()) {
      context.identities().begin(byUser.keySet().stream().filter(Entra::fitsInPath).toList());
    }
  }

  private void makeAdmitted() {
    var existing = methods.listAll(context.call(), byUser.keySet());
    var waiting = new ConcurrentLinkedQueue<>(byUser.keySet());
    var workers = Stream.generate(() -> changes.entra.start(() -> makeOfWaiting(waiting, existing)))
      .limit(Math.min(CONCURRENT_USERS, byUser.size()))
      .toList();
    workers.forEach(Entra::join);
  }

  /** Takes one user after the other, until none is left; answers with how many there were. */
  private int makeOfWaiting(Queue<UserKey> waiting, Map<UserKey, LookupResult<List<M>>> existing) {
    int users = 0;
    for (var user = waiting.poll(); user != null; user = waiting.poll()) {
      var ofUser = new ChangesOfOneUser<>(changes, context, results);
      ofUser.make(Objects.requireNonNull(byUser.get(user)), Objects.requireNonNull(existing.get(user)));
      users++;
    }
    return users;
  }
}
