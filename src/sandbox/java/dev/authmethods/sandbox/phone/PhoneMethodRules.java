package dev.authmethods.sandbox.phone;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.method.BodyProperties;
import dev.authmethods.sandbox.method.Method;
import dev.authmethods.sandbox.method.MethodKind;
import dev.authmethods.sandbox.method.MethodOperation;
import dev.authmethods.sandbox.method.MethodRules;
import dev.authmethods.sandbox.method.MethodStore;
import dev.authmethods.sandbox.method.MethodTarget;
import dev.authmethods.sandbox.method.UserMethods;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules for phones (<a href="https://learn.microsoft.com/graph/api/resources/phoneauthenticationmethod">phoneAuthenticationMethod</a>).
 */
public final class PhoneMethodRules implements MethodRules {

  private final SmsSignIn smsSignIn;
  private final boolean selfServiceCreate;

  public PhoneMethodRules(MethodStore registrations, boolean selfServiceCreate) {
    this.smsSignIn = new SmsSignIn(registrations);
    this.selfServiceCreate = selfServiceCreate;
  }

  @Override
  public MethodKind kind() {
    return MethodKind.PHONE;
  }

  @Override
  public Set<MethodOperation> operations() {
    return Set.of(MethodOperation.values());
  }

  @Override
  public boolean allowsSelfService() {
    return selfServiceCreate;
  }

  @Override
  public NewMethod create(DirectoryUser user, ObjectNode body) {
    var type = BodyProperties.require(body, "phoneType", PhoneMethodType::named);
    var number = BodyProperties.require(body, "phoneNumber", StoredPhoneNumber::parse);
    return new NewMethod(type.id(), existing -> {
      PhoneConstraints.checkAdd(existing, type);
      return smsSignIn.register(user, type, number);
    });
  }

  @Override
  public Function<Method, Method> update(DirectoryUser user, ObjectNode body) {
    var type = BodyProperties.read(body, "phoneType", PhoneMethodType::named);
    var number = BodyProperties.read(body, "phoneNumber", StoredPhoneNumber::parse);
    if (type.isEmpty() && number.isEmpty()) {
      throw GraphError.nothingToUpdate();
    }
    return existing -> {
      var phone = (RegisteredPhone) existing;
      PhoneConstraints.checkUpdate(phone, type.orElse(null));
      return smsSignIn.register(user, phone.type(), number.orElse(phone.number()));
    };
  }

  @Override
  public void checkDelete(MethodTarget target, UserMethods existing, Method method) {
    PhoneConstraints.checkDelete(existing, method);
  }

  @Override
  public Optional<MethodOperation> action(String segment) {
    return switch (segment) {
      case "enablesmssignin" -> Optional.of(MethodOperation.ENABLE);
      case "disablesmssignin" -> Optional.of(MethodOperation.DISABLE);
      default -> Optional.empty();
    };
  }

  @Override
  public Method act(MethodOperation operation, DirectoryUser user, Method method) {
    var phone = (RegisteredPhone) method;
    return operation == MethodOperation.ENABLE ? smsSignIn.enable(user, phone) : smsSignIn.disable(user, phone);
  }

  @Override
  public void refuseAfterwards(Method saved) {
    SmsSignIn.refuseConflict((RegisteredPhone) saved);
  }

  @Override
  public ObjectNode logged(String methodId, @Nullable Method after) {
    var phone = (RegisteredPhone) after;
    return JsonTree.object()
      .put("phoneType", PhoneMethodType.withId(methodId).map(PhoneMethodType::wireName).orElseThrow())
      .put("phoneNumber", phone == null ? null : phone.number().text())
      .put("smsSignInState", phone == null ? null : phone.state().wireName());
  }
}
