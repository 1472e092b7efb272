package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.change.run.BulkRun.AdmittedItem;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.method.UserResource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the changes of one user, each in view of those before it. */
final class ChangesOfOneUser<M extends UserResource> {

  private final ChangeEngine changes;
  private final MutationContext context;
  private final BulkResults<M> results;

  ChangesOfOneUser(ChangeEngine changes, MutationContext context, BulkResults<M> results) {
    this.changes = changes;
    this.context = context;
    this.results = results;
  }

  /** If the methods could not be read beforehand, the writes find out. */
  void make(List<AdmittedItem<M>> items, LookupResult<List<M>> existing) {
    switch (existing) {
      case LookupResult.Found<List<M>>(var methods) -> makeKnowing(items, methods);
      case LookupResult.Failed<List<M>> _ -> items.forEach(item -> make(item, null, false));
    }
  }

  /** After an item that failed, or may not have, the next ones read again what the user has. */
  private void makeKnowing(List<AdmittedItem<M>> items, List<M> existing) {
    @Nullable
    List<M> known = existing;
    boolean failed = false;
    for (var waiting = items.iterator(); waiting.hasNext(); ) {
      var item = waiting.next();
      boolean isMade = make(item, known == null ? null : List.copyOf(known), failed);
      failed |= !isMade;
      if (waiting.hasNext()) {
        known = isMade ? with(item, known) : readAgain(item);
      }
    }
  }

  private @Nullable List<M> readAgain(AdmittedItem<M> item) {
    return item.admitted().change().methods().listOrNull(context.call(), item.admitted().user());
  }

  /** The methods of the user once the item is carried out; null when that has to be read. */
  private @Nullable List<M> with(AdmittedItem<M> item, @Nullable List<M> known) {
    if (known == null) {
      return null;
    }
    var added = item.admitted().change().expected(item.admitted().user());
    if (added == null) {
      return readAgain(item);
    }
    var methods = new ArrayList<>(known);
    methods.add(added);
    return methods;
  }

  private boolean make(AdmittedItem<M> item, @Nullable List<M> known, boolean isProvisional) {
    try {
      var ofItem = context.ofItem(item.item().index());
      var result = new ChangeRun<>(changes, ofItem, item.admitted(), known, isProvisional).run();
      results.put(item.item(), result);
      return result.errors().isEmpty();
    } catch (EntraFailure.SignInFailure failure) {
      results.put(item.item(), failure);
      return false;
    }
  }
}
