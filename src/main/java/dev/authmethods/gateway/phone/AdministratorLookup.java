package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.entra.Administrators;
import dev.authmethods.gateway.entra.Answer;
import dev.authmethods.gateway.entra.UserFieldLookup;
import dev.authmethods.gateway.method.UserKey;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which users hold a directory role, for callers whose own role does not reach those. */
@Component
class AdministratorLookup implements UserFieldLookup<Boolean> {

  private final Administrators administrators;
  private final PhonePolicy policy;

  AdministratorLookup(Administrators administrators, PhonePolicy policy) {
    this.administrators = administrators;
    this.policy = policy;
  }

  @Override
  public String name() {
    return "administrators";
  }

  @Override
  public Set<String> fields() {
    return Set.of("phoneEligibility");
  }

  /** Not where something else stands against the caller already. */
  @Override
  public boolean isNeeded(Call call, UserKey user) {
    return (
      PhoneRules.roleIsLimited(call.caller(), policy) && AddPhone.isExpectedTo(call.caller(), user, policy).isEmpty()
    );
  }

  @Override
  public Map<UserKey, Answer<Boolean>> load(Set<UserKey> users, Call call) {
    return administrators.load(users, call);
  }
}
