package dev.authmethods.sandbox.method;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;

/** Changes methods: the same steps for every kind, with the rules of the kind in between. */
final class MethodWrites {

  private final MethodStore registrations;

  MethodWrites(MethodStore registrations) {
    this.registrations = registrations;
  }

  HttpReply create(MethodTarget target, MethodRules rules, HttpCall call) {
    refuseUnless(rules, MethodOperation.CREATE);
    var user = userForSaving(target, rules);
    var created = rules.create(user, MethodKind.typeOf(rules.kind()).read(call));
    var write = MethodWrite.of(MethodOperation.CREATE, rules, created.id(), target, call);
    var changed = registrations.change(user, write, existing -> rules.add(existing, created.make().apply(existing)));
    var saved = changed.require(rules.kind(), created.id());
    rules.refuseAfterwards(saved);
    return answer(user, saved, rules, call);
  }

  HttpReply update(MethodTarget target, MethodRules rules, String id, HttpCall call) {
    refuseUnless(rules, MethodOperation.UPDATE);
    var user = userForSaving(target, rules);
    var update = rules.update(user, MethodKind.typeOf(rules.kind()).read(call));
    var write = MethodWrite.of(MethodOperation.UPDATE, rules, id, target, call);
    var changed = registrations.change(user, write, existing ->
      existing.with(update.apply(existing.require(rules.kind(), id)))
    );
    rules.refuseAfterwards(changed.require(rules.kind(), id));
    return HttpReply.empty(204);
  }

  HttpReply delete(MethodTarget target, MethodRules rules, String id, HttpCall call) {
    refuseUnless(rules, MethodOperation.DELETE);
    var user = target.userFor(MethodAccess.WRITE, rules.kind());
    rules.checkIdForDelete(id);
    registrations.change(user, MethodWrite.of(MethodOperation.DELETE, rules, id, target, call), existing -> {
      var method = existing.require(rules.kind(), id);
      rules.checkDelete(target, existing, method);
      DefaultMethodRule.checkDelete(user, existing, method);
      rules.deleted(user, method);
      return existing.without(method.id());
    });
    return HttpReply.empty(204);
  }

  HttpReply act(MethodOperation operation, MethodTarget target, MethodRules rules, String id, HttpCall call) {
    refuseUnless(rules, operation);
    var user = target.userFor(MethodAccess.WRITE, rules.kind());
    var write = MethodWrite.of(operation, rules, id, target, call);
    var changed = registrations.change(user, write, existing ->
      existing.with(rules.act(operation, user, existing.require(rules.kind(), id)))
    );
    rules.refuseAfterwards(changed.require(rules.kind(), id));
    return HttpReply.empty(204);
  }

  private static void refuseUnless(MethodRules rules, MethodOperation operation) {
    if (!rules.operations().contains(operation)) {
      throw GraphError.verbNotAllowed();
    }
  }

  /** Users cannot create or update their own methods with any role. */
  private static DirectoryUser userForSaving(MethodTarget target, MethodRules rules) {
    var user = target.userFor(MethodAccess.WRITE, rules.kind());
    if (target.caller().is(user) && !rules.allowsSelfService()) {
      throw GraphError.methodsDenied();
    }
    return user;
  }

  private static HttpReply answer(DirectoryUser user, Method created, MethodRules rules, HttpCall call) {
    var collection = "users('" + user.id() + "')/authentication/" + created.kind().collection();
    var json = JsonTree.object().put("@odata.context", call.graphRoot() + "/$metadata#" + collection + "/$entity");
    var location = call.graphRoot() + "/" + collection + "('" + created.id() + "')";
    return HttpReply.json(201, json.setAll(rules.created(created))).with("Location", location);
  }
}
