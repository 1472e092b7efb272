package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.RateLimitedLog;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/**
 * Finds out which users are protected from which administrators. When the gateway acts as an application it has to ask,
 * because Entra then no longer keeps lesser administrators from greater ones; when there is a protected group it always has to. All questions about all users go out at
 * once; a question without an answer protects the user.
 */
@Component
public class ProtectedUsers {

  private static final Logger LOG = LoggerFactory.getLogger(ProtectedUsers.class);
  private static final String EFFECT = ": callers without one of its roles change nobody";
  private static final String SETTING = "the protected group (gateway.access.protected-group)";

  private final Entra entra;
  private final RateLimitedLog<String> log = new RateLimitedLog<>(LOG);

  ProtectedUsers(Entra entra) {
    this.entra = entra;
  }

  /**
   * How each user is protected.
   *
   * @param scope what there is to ask
   */
  public Map<UserKey, LookupResult<Protection>> load(Set<UserKey> users, Protection.Scope scope, RequestContext call) {
    var ids = new HashMap<UserKey, LookupResult<ObjectId>>();
    var names = new ArrayList<UserKey>();
    for (var user : users) {
      if (user instanceof ObjectId id) {
        ids.put(user, new LookupResult.Found<>(id));
      } else {
        names.add(user);
      }
    }
    return names.isEmpty() ? byId(ids, scope, call) : both(ids, names, scope, call);
  }

  /** Roles are found by object ids only: names are looked up first, while the others are answered. */
  private Map<UserKey, LookupResult<Protection>> both(
    Map<UserKey, LookupResult<ObjectId>> ids,
    List<UserKey> names,
    Protection.Scope scope,
    RequestContext call
  ) {
    var byName = entra.start(() -> byId(entra.objectIds(call, names), scope, call));
    var protections = byId(ids, scope, call);
    protections.putAll(Entra.join(byName));
    return protections;
  }

  private Map<UserKey, LookupResult<Protection>> byId(
    Map<UserKey, LookupResult<ObjectId>> ids,
    Protection.Scope scope,
    RequestContext call
  ) {
    var answers = entra.readAll(call, questions(ids.values(), scope), ProtectionQuestion.RESOURCE);
    answers.replaceAll(this::told);
    var protections = new HashMap<UserKey, LookupResult<Protection>>();
    ids.forEach((user, id) -> protections.put(user, protection(id, answers, call)));
    return protections;
  }

  /** How one user is protected; throws the failure when that cannot be known. */
  public Protection of(UserKey user, Protection.Scope scope, RequestContext call) {
    return scope.isOneQuestion() && user instanceof ObjectId id
      ? protection(read(ProtectionQuestion.ofRestriction(id), call), call).orThrow()
      : Objects.requireNonNull(load(Set.of(user), scope, call).get(user)).orThrow();
  }

  private LookupResult<ProtectionQuestion.Finding> read(ProtectionQuestion question, RequestContext call) {
    return new LookupResult.Found<>(entra.read(call, question, ProtectionQuestion.RESOURCE));
  }

  private static Set<ProtectionQuestion> questions(Collection<LookupResult<ObjectId>> users, Protection.Scope scope) {
    var questions = new LinkedHashSet<ProtectionQuestion>();
    for (var user : users) {
      if (user instanceof LookupResult.Found<ObjectId>(var id)) {
        ProtectionQuestion.about(id, scope).forEach(questions::add);
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
        .filter(answer -> answer.getKey().concerns(id))
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

  /** Tells operators that the group cannot be read: meanwhile everybody counts as a member. */
  private LookupResult<ProtectionQuestion.Finding> told(
    ProtectionQuestion question,
    LookupResult<ProtectionQuestion.Finding> answer
  ) {
    if (question.group() == null || !(answer instanceof LookupResult.Failed<ProtectionQuestion.Finding>(var failure))) {
      return answer;
    }
    var isGone = failure instanceof EntraFailure.Refused refused && refused.status() == 404;
    if (question.subject() != ProtectionQuestion.Subject.GROUP) {
      // Without this user nobody can be changed, and nobody has to know it.
      return isGone ? answer : unreadable(answer, failure);
    }
    if (isGone) {
      log.log(Level.ERROR, "gone", "The tenant has no group like " + SETTING + EFFECT);
      return new LookupResult.Failed<>(new EntraFailure.Misconfigured());
    }
    return unreadable(answer, failure);
  }

  private LookupResult<ProtectionQuestion.Finding> unreadable(
    LookupResult<ProtectionQuestion.Finding> answer,
    EntraFailure failure
  ) {
    log.log(
      Level.WARN,
      failure.getClass().getSimpleName(),
      "Microsoft Graph does not say who is in " + SETTING + EFFECT
    );
    return answer;
  }

  /** Certain protection counts more than a question without an answer, and that more than no protection. */
  private static LookupResult<Protection> stricter(LookupResult<Protection> one, LookupResult<Protection> other) {
    return rank(one) >= rank(other) ? one : other;
  }

  private static int rank(LookupResult<Protection> answer) {
    return switch (answer) {
      case LookupResult.Found<Protection>(var protection) when protection == Protection.RESTRICTED -> 4;
      case LookupResult.Found<Protection>(var protection) when protection == Protection.GROUP -> 3;
      case LookupResult.Found<Protection>(var protection) when protection == Protection.PRIVILEGED -> 2;
      case LookupResult.Failed<Protection> _ -> 1;
      case LookupResult.Found<Protection> _ -> 0;
    };
  }
}
