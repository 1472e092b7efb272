package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds out which users are protected from which administrators. When the gateway acts as an application it has to ask,
 * because Entra then no longer keeps lesser administrators from greater ones. All questions about all users go out at
 * once; a question without an answer protects the user.
 */
@Component
public class ProtectedUsers {

  private final Entra entra;

  ProtectedUsers(Entra entra) {
    this.entra = entra;
  }

  /**
   * How each user is protected.
   *
   * @param privileged whether the caller reaches everybody whom a role for the whole tenant reaches: the gateway then
   *                   has fewer questions
   */
  public Map<UserKey, LookupResult<Protection>> load(Set<UserKey> users, boolean privileged, RequestContext call) {
    var ids = new HashMap<UserKey, LookupResult<ObjectId>>();
    var names = new ArrayList<UserKey>();
    for (var user : users) {
      if (user instanceof ObjectId id) {
        ids.put(user, new LookupResult.Found<>(id));
      } else {
        names.add(user);
      }
    }
    return names.isEmpty() ? byId(ids, privileged, call) : both(ids, names, privileged, call);
  }

  /** Roles are found by object ids only: names are looked up first, while the others are answered. */
  private Map<UserKey, LookupResult<Protection>> both(
    Map<UserKey, LookupResult<ObjectId>> ids,
    List<UserKey> names,
    boolean privileged,
    RequestContext call
  ) {
    var byName = entra.start(() -> byId(entra.objectIds(call, names), privileged, call));
    var protections = byId(ids, privileged, call);
    protections.putAll(Entra.join(byName));
    return protections;
  }

  private Map<UserKey, LookupResult<Protection>> byId(
    Map<UserKey, LookupResult<ObjectId>> ids,
    boolean privileged,
    RequestContext call
  ) {
    var answers = entra.readAll(call, questions(ids.values(), privileged), ProtectionQuestion.RESOURCE);
    var protections = new HashMap<UserKey, LookupResult<Protection>>();
    ids.forEach((user, id) -> protections.put(user, protection(id, answers, call)));
    return protections;
  }

  /** How one user is protected; throws the failure when that cannot be known. */
  public Protection of(UserKey user, boolean privileged, RequestContext call) {
    return privileged && user instanceof ObjectId id
      ? protection(read(ProtectionQuestion.ofRestriction(id), call), call).orThrow()
      : Objects.requireNonNull(load(Set.of(user), privileged, call).get(user)).orThrow();
  }

  private LookupResult<ProtectionQuestion.Finding> read(ProtectionQuestion question, RequestContext call) {
    return new LookupResult.Found<>(entra.read(call, question, ProtectionQuestion.RESOURCE));
  }

  private static List<ProtectionQuestion> questions(Collection<LookupResult<ObjectId>> users, boolean privileged) {
    var questions = new ArrayList<ProtectionQuestion>();
    for (var user : users) {
      if (user instanceof LookupResult.Found<ObjectId>(var id)) {
        ProtectionQuestion.about(id, privileged).forEach(questions::add);
      }
    }
    return questions;
  }

  private LookupResult<Protection> protection(
    LookupResult<ObjectId> user,
    Map<ProtectionQuestion, LookupResult<ProtectionQuestion.Finding>> answers,
    RequestContext call
  ) {
    return switch (user) {
      case LookupResult.Failed<ObjectId>(var failure) -> new LookupResult.Failed<>(failure);
      case LookupResult.Found<ObjectId>(var id) -> answers
        .entrySet()
        .stream()
        .filter(answer -> answer.getKey().user().equals(id))
        .map(answer -> protection(answer.getValue(), call))
        .reduce(new LookupResult.Found<>(Protection.NONE), ProtectedUsers::stricter);
    };
  }

  private LookupResult<Protection> protection(LookupResult<ProtectionQuestion.Finding> answer, RequestContext call) {
    return switch (answer) {
      case LookupResult.Failed<ProtectionQuestion.Finding>(var failure) -> new LookupResult.Failed<>(failure);
      case LookupResult.Found<ProtectionQuestion.Finding>(
        ProtectionQuestion.Finding.Found(var protection)
      ) -> new LookupResult.Found<>(protection);
      case LookupResult.Found<ProtectionQuestion.Finding>(
        ProtectionQuestion.Finding.Withheld(var permissions)
      ) -> new LookupResult.Failed<>(entra.notGranted(call, permissions));
    };
  }

  /** Certain protection counts more than a question without an answer, and that more than no protection. */
  private static LookupResult<Protection> stricter(LookupResult<Protection> one, LookupResult<Protection> other) {
    return rank(one) >= rank(other) ? one : other;
  }

  private static int rank(LookupResult<Protection> answer) {
    return switch (answer) {
      case LookupResult.Found<Protection>(var protection) when protection == Protection.RESTRICTED -> 3;
      case LookupResult.Found<Protection>(var protection) when protection == Protection.PRIVILEGED -> 2;
      case LookupResult.Failed<Protection> _ -> 1;
      case LookupResult.Found<Protection> _ -> 0;
    };
  }
}
