package dev.authmethods.sandbox.phone;

import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.method.Method;
import dev.authmethods.sandbox.method.MethodKind;
import tools.jackson.databind.node.ObjectNode;

/** A phone (<a href="https://learn.microsoft.com/graph/api/resources/phoneauthenticationmethod">phoneAuthenticationMethod</a>). */
public record RegisteredPhone(PhoneMethodType type, StoredPhoneNumber number, SignInState state) implements Method {
  @Override
  public String id() {
    return type.id();
  }

  @Override
  public MethodKind kind() {
    return MethodKind.PHONE;
  }

  @Override
  public int order() {
    return switch (type) {
      case MOBILE -> 1;
      case ALTERNATE_MOBILE -> 2;
      case OFFICE -> 3;
    };
  }

  @Override
  public ObjectNode json(boolean masked) {
    return JsonTree.object()
      .put("id", id())
      .put("phoneNumber", masked ? number.masked() : number.text())
      .put("phoneType", type.wireName())
      .put("smsSignInState", state.wireName());
  }
}
