package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.Call;
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
 * Who is protected from which administrators. Where the gateway acts as an application it has to ask, because Entra then no longer
 * keeps lesser administrators from greater ones. All questions about all users go out at once; a question without an answer
 * protects the user.
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
   * @param privileged whether the caller reaches everybody whom a role for the whole tenant reaches: less has to be asked then
   */
  public Map<UserKey, Answer<Protection>> load(Set<UserKey> users, boolean privileged, Call call) {
    var ids = new HashMap<UserKey, Answer<ObjectId>>();
    var names = new ArrayList<UserKey>();
    for (var user : users) {
      if (user instanceof ObjectId id) {
        ids.put(user, new Answer.Given<>(id));
      } else {
        names.add(user);
      }
    }
    return names.isEmpty() ? byId(ids, privileged, call) : both(ids, names, privileged, call);
  }

  /** Roles are found by object ids only: names are looked up first, while the others are answered. */
  private Map<UserKey, Answer<Protection>> both(
    Map<UserKey, Answer<ObjectId>> ids,
    List<UserKey> names,
    boolean privileged,
    Call call
  ) {
    var byName = entra.start(() -> byId(entra.objectIds(call, names), privileged, call));
    var protections = byId(ids, privileged, call);
    protections.putAll(Entra.join(byName));
    return protections;
  }

  private Map<UserKey, Answer<Protection>> byId(Map<UserKey, Answer<ObjectId>> ids, boolean privileged, Call call) {
    var answers = entra.readAll(call, questions(ids.values(), privileged), ProtectionQuestion.RESOURCE);
    var protections = new HashMap<UserKey, Answer<Protection>>();
    ids.forEach((user, id) -> protections.put(user, protection(id, answers, call)));
    return protections;
  }

  /** How one user is protected; throws the failure when that cannot be known. */
  public Protection of(UserKey user, boolean privileged, Call call) {
    return privileged && user instanceof ObjectId id
      ? protection(read(ProtectionQuestion.ofRestriction(id), call), call).orThrow()
      : Objects.requireNonNull(load(Set.of(user), privileged, call).get(user)).orThrow();
  }

  private Answer<ProtectionQuestion.Finding> read(ProtectionQuestion question, Call call) {
    return new Answer.Given<>(entra.read(call, question, ProtectionQuestion.RESOURCE));
  }

  private static List<ProtectionQuestion> questions(Collection<Answer<ObjectId>> users, boolean privileged) {
    var questions = new ArrayList<ProtectionQuestion>();
    for (var user : users) {
      if (user instanceof Answer.Given<ObjectId>(var id)) {
        ProtectionQuestion.about(id, privileged).forEach(questions::add);
      }
    }
    return questions;
  }

  private Answer<Protection> protection(
    Answer<ObjectId> user,
    Map<ProtectionQuestion, Answer<ProtectionQuestion.Finding>> answers,
    Call call
  ) {
    return switch (user) {
      case Answer.Missing<ObjectId>(var failure) -> new Answer.Missing<>(failure);
      case Answer.Given<ObjectId>(var id) -> answers
        .entrySet()
        .stream()
        .filter(answer -> answer.getKey().user().equals(id))
        .map(answer -> protection(answer.getValue(), call))
        .reduce(new Answer.Given<>(Protection.NONE), ProtectedUsers::stricter);
    };
  }

  private Answer<Protection> protection(Answer<ProtectionQuestion.Finding> answer, Call call) {
    return switch (answer) {
      case Answer.Missing<ProtectionQuestion.Finding>(var failure) -> new Answer.Missing<>(failure);
      case Answer.Given<ProtectionQuestion.Finding>(
        ProtectionQuestion.Finding.Found(var protection)
      ) -> new Answer.Given<>(protection);
      case Answer.Given<ProtectionQuestion.Finding>(
        ProtectionQuestion.Finding.Withheld(var permissions)
      ) -> new Answer.Missing<>(entra.notGranted(call, permissions));
    };
  }

  /** What protects for certain counts more than what could not be read, and that more than what does not protect. */
  private static Answer<Protection> stricter(Answer<Protection> one, Answer<Protection> other) {
    return rank(one) >= rank(other) ? one : other;
  }

  private static int rank(Answer<Protection> answer) {
    return switch (answer) {
      case Answer.Given<Protection>(var protection) when protection == Protection.RESTRICTED -> 3;
      case Answer.Given<Protection>(var protection) when protection == Protection.PRIVILEGED -> 2;
      case Answer.Missing<Protection> _ -> 1;
      case Answer.Given<Protection> _ -> 0;
    };
  }
}
