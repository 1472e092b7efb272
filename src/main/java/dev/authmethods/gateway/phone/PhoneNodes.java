package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.entra.Answer;
import dev.authmethods.gateway.entra.BatchedLookup;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Phones by their global ids. */
@Component
class PhoneNodes implements BatchedLookup<GlobalId, Answer<PhoneMethod>> {

  private static final Answer<List<PhoneMethod>> NOBODY = new Answer.Missing<>(EntraFailure.Refused.notFound());

  private final EntraPhoneMethods phones;

  PhoneNodes(EntraPhoneMethods phones) {
    this.phones = phones;
  }

  @Override
  public String name() {
    return "PhoneMethod";
  }

  @Override
  public Map<GlobalId, Answer<PhoneMethod>> load(Set<GlobalId> ids, Call call) {
    Set<UserKey> users = ids.stream().map(GlobalId::user).filter(Entra::fitsInPath).collect(Collectors.toSet());
    var held = phones.load(users, call);
    var nodes = new HashMap<GlobalId, Answer<PhoneMethod>>();
    ids.forEach(id -> nodes.put(id, pick(id, held.getOrDefault(id.user(), NOBODY))));
    return nodes;
  }

  private static Answer<PhoneMethod> pick(GlobalId id, Answer<List<PhoneMethod>> held) {
    return switch (held) {
      case Answer.Missing<List<PhoneMethod>>(var failure) -> new Answer.Missing<>(failure);
      case Answer.Given<List<PhoneMethod>>(var phones) -> phones
        .stream()
        .filter(phone -> phone.id().equals(id))
        .findFirst()
        .<Answer<PhoneMethod>>map(Answer.Given::new)
        .orElseGet(() -> new Answer.Missing<>(EntraFailure.Refused.notFound()));
    };
  }
}
