package dev.authmethods.sandbox;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules for phones (<a href="https://learn.microsoft.com/graph/api/resources/phoneauthenticationmethod">phoneAuthenticationMethod</a>).
 */
final class PhoneMethods implements MethodRules {

  private final SmsSignIn smsSignIn;
  private final boolean selfServiceCreate;

  PhoneMethods(Registrations registrations, boolean selfServiceCreate) {
    this.smsSignIn = new SmsSignIn(registrations);
    this.selfServiceCreate = selfServiceCreate;
  }

  @Override
  public MethodKind kind() {
    return MethodKind.PHONE;
  }

  @Override
  public Set<Operation> operations() {
    return Set.of(Operation.values());
  }

  @Override
  public boolean allowsSelfService() {
    return selfServiceCreate;
  }

  @Override
  public NewMethod create(User user, ObjectNode body) {
    var type = BodyProperties.require(body, "phoneType", PhoneType::named);
    var number = BodyProperties.require(body, "phoneNumber", PhoneNumber::parse);
    return new NewMethod(type.id(), existing -> {
      PhoneRules.checkAdd(existing, type);
      return smsSignIn.register(user, type, number);
    });
  }

  @Override
  public Function<Method, Method> update(User user, ObjectNode body) {
    var type = BodyProperties.read(body, "phoneType", PhoneType::named);
    var number = BodyProperties.read(body, "phoneNumber", PhoneNumber::parse);
    if (type.isEmpty() && number.isEmpty()) {
      throw GraphError.nothingToUpdate();
    }
    return existing -> {
      var phone = (PhoneMethod) existing;
      PhoneRules.checkUpdate(phone, type.orElse(null));
      return smsSignIn.register(user, phone.type(), number.orElse(phone.number()));
    };
  }

  @Override
  public void checkDelete(Registration existing, Method method) {
    PhoneRules.checkDelete(existing, method);
  }

  @Override
  public Optional<Operation> action(String segment) {
    return switch (segment) {
      case "enablesmssignin" -> Optional.of(Operation.ENABLE);
      case "disablesmssignin" -> Optional.of(Operation.DISABLE);
      default -> Optional.empty();
    };
  }

  @Override
  public Method act(Operation operation, User user, Method method) {
    var phone = (PhoneMethod) method;
    return operation == Operation.ENABLE ? smsSignIn.enable(user, phone) : smsSignIn.disable(user, phone);
  }

  @Override
  public void refuseAfterwards(Method saved) {
    SmsSignIn.refuseConflict((PhoneMethod) saved);
  }

  @Override
  public Optional<ObjectNode> logged(String methodId, @Nullable Method after) {
    var phone = (PhoneMethod) after;
    return PhoneType.withId(methodId).map(type ->
      Json.object()
        .put("phoneType", type.wireName())
        .put("phoneNumber", phone == null ? null : phone.number().text())
        .put("smsSignInState", phone == null ? null : phone.state().wireName())
    );
  }
}
