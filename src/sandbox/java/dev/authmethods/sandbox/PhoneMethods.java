package dev.authmethods.sandbox;

import dev.authmethods.sandbox.Deed.Operation;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The writes on phone methods (Microsoft Graph: phoneAuthenticationMethod). */
final class PhoneMethods {

  private final Registrations registrations;
  private final SmsSignIn smsSignIn;
  private final boolean selfServiceCreate;

  PhoneMethods(Registrations registrations, boolean selfServiceCreate) {
    this.registrations = registrations;
    this.smsSignIn = new SmsSignIn(registrations);
    this.selfServiceCreate = selfServiceCreate;
  }

  Reply create(MethodTarget target, Call call) {
    var user = userForSaving(target);
    var body = body(call);
    var type = type(body).orElseThrow(() -> GraphError.badRequest("The property phoneType is required."));
    var number = number(body).orElseThrow(() -> GraphError.badRequest("The property phoneNumber is required."));
    var deed = Deed.of(Operation.CREATE, type.id(), target, call);
    var changed = registrations.change(user, deed, held -> {
      PhoneRules.checkAdd(held, type);
      return held.with(smsSignIn.register(user, type, number));
    });
    var saved = changed.phone(type).orElseThrow();
    SmsSignIn.refuseConflict(saved);
    return created(user, saved, call);
  }

  private static Reply created(User user, Method.Phone phone, Call call) {
    var collection = "users('" + user.id() + "')/authentication/phoneMethods";
    var json = Json.object().put("@odata.context", call.graphRoot() + "/$metadata#" + collection + "/$entity");
    var location = call.graphRoot() + "/" + collection + "('" + phone.id() + "')";
    return Reply.json(201, json.setAll(phone.json(false))).with("Location", location);
  }

  Reply update(MethodTarget target, String id, Call call) {
    var user = userForSaving(target);
    var body = body(call);
    var type = type(body);
    var number = number(body);
    if (type.isEmpty() && number.isEmpty()) {
      throw GraphError.badRequest("The request contains nothing to update.");
    }
    var changed = registrations.change(user, Deed.of(Operation.UPDATE, id, target, call), held -> {
      var phone = phone(held, id);
      PhoneRules.checkUpdate(phone, type.orElse(null));
      return held.with(smsSignIn.register(user, phone.type(), number.orElse(phone.number())));
    });
    SmsSignIn.refuseConflict(phone(changed, id));
    return Reply.empty(204);
  }

  Reply enable(MethodTarget target, String id, Call call) {
    var user = target.userFor(MethodAccess.WRITE, MethodKind.PHONE);
    var deed = Deed.of(Operation.ENABLE, id, target, call);
    var changed = registrations.change(user, deed, held -> held.with(smsSignIn.enable(user, phone(held, id))));
    SmsSignIn.refuseConflict(phone(changed, id));
    return Reply.empty(204);
  }

  Reply disable(MethodTarget target, String id, Call call) {
    var user = target.userFor(MethodAccess.WRITE, MethodKind.PHONE);
    var deed = Deed.of(Operation.DISABLE, id, target, call);
    registrations.change(user, deed, held -> held.with(smsSignIn.disable(user, phone(held, id))));
    return Reply.empty(204);
  }

  /** Users do not create or update phones of their own, whatever role they have. */
  private User userForSaving(MethodTarget target) {
    var user = target.userFor(MethodAccess.WRITE, MethodKind.PHONE);
    if (target.caller().is(user) && !selfServiceCreate) {
      throw GraphError.methodsDenied();
    }
    return user;
  }

  private static Method.Phone phone(Registration held, String id) {
    return held
      .phones()
      .filter(phone -> phone.id().equalsIgnoreCase(id))
      .findFirst()
      .orElseThrow(GraphError::noSuchMethod);
  }

  private static JsonNode body(Call call) {
    return MethodKind.typeOf(MethodKind.PHONE).read(call);
  }

  private static Optional<PhoneType> type(JsonNode body) {
    return text(body, "phoneType").map(name ->
      PhoneType.named(name).orElseThrow(() -> GraphError.badRequest("The phoneType is not known."))
    );
  }

  private static Optional<PhoneNumber> number(JsonNode body) {
    return text(body, "phoneNumber").map(text ->
      PhoneNumber.parse(text).orElseThrow(() -> GraphError.badRequest("The phoneNumber is not valid."))
    );
  }

  private static Optional<String> text(JsonNode body, String property) {
    if (!body.path(property).isMissingNode() && !body.path(property).isNull() && !body.path(property).isString()) {
      throw GraphError.badRequest("The property " + property + " is not a string.");
    }
    return Json.text(body, property);
  }
}
