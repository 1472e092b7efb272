package dev.authmethods.sandbox;

/** Changes methods: the same steps for every kind, with the rules of the kind in between. */
final class MethodWrites {

  private final Registrations registrations;

  MethodWrites(Registrations registrations) {
    this.registrations = registrations;
  }

  Reply create(MethodTarget target, MethodRules rules, Call call) {
    refuseUnless(rules, Operation.CREATE);
    var user = userForSaving(target, rules);
    var created = rules.create(user, MethodKind.typeOf(rules.kind()).read(call));
    var write = MethodWrite.of(Operation.CREATE, rules, created.id(), target, call);
    var changed = registrations.change(user, write, existing -> existing.with(created.make().apply(existing)));
    var saved = changed.require(rules.kind(), created.id());
    rules.refuseAfterwards(saved);
    return answer(user, saved, call);
  }

  Reply update(MethodTarget target, MethodRules rules, String id, Call call) {
    refuseUnless(rules, Operation.UPDATE);
    var user = userForSaving(target, rules);
    var update = rules.update(user, MethodKind.typeOf(rules.kind()).read(call));
    var write = MethodWrite.of(Operation.UPDATE, rules, id, target, call);
    var changed = registrations.change(user, write, existing ->
      existing.with(update.apply(existing.require(rules.kind(), id)))
    );
    rules.refuseAfterwards(changed.require(rules.kind(), id));
    return Reply.empty(204);
  }

  Reply delete(MethodTarget target, MethodRules rules, String id, Call call) {
    refuseUnless(rules, Operation.DELETE);
    var user = target.userFor(MethodAccess.WRITE, rules.kind());
    registrations.change(user, MethodWrite.of(Operation.DELETE, rules, id, target, call), existing -> {
      var method = existing.require(rules.kind(), id);
      rules.checkDelete(existing, method);
      DefaultMethodRule.checkDelete(user, existing, method);
      return existing.without(method.id());
    });
    return Reply.empty(204);
  }

  Reply act(Operation operation, MethodTarget target, MethodRules rules, String id, Call call) {
    refuseUnless(rules, operation);
    var user = target.userFor(MethodAccess.WRITE, rules.kind());
    var write = MethodWrite.of(operation, rules, id, target, call);
    var changed = registrations.change(user, write, existing ->
      existing.with(rules.act(operation, user, existing.require(rules.kind(), id)))
    );
    rules.refuseAfterwards(changed.require(rules.kind(), id));
    return Reply.empty(204);
  }

  private static void refuseUnless(MethodRules rules, Operation operation) {
    if (!rules.operations().contains(operation)) {
      throw GraphError.verbNotAllowed();
    }
  }

  /** Users do not create or update their own methods, whatever role they have. */
  private static User userForSaving(MethodTarget target, MethodRules rules) {
    var user = target.userFor(MethodAccess.WRITE, rules.kind());
    if (target.caller().is(user) && !rules.allowsSelfService()) {
      throw GraphError.methodsDenied();
    }
    return user;
  }

  private static Reply answer(User user, Method created, Call call) {
    var collection = "users('" + user.id() + "')/authentication/" + created.kind().collection();
    var json = Json.object().put("@odata.context", call.graphRoot() + "/$metadata#" + collection + "/$entity");
    var location = call.graphRoot() + "/" + collection + "('" + created.id() + "')";
    return Reply.json(201, json.setAll(created.json(false))).with("Location", location);
  }
}
