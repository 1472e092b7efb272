package dev.authmethods.sandbox.pass;

import static dev.authmethods.sandbox.method.MethodOperation.CREATE;
import static dev.authmethods.sandbox.method.MethodOperation.DELETE;

import dev.authmethods.sandbox.behaviour.GraphBehaviour;
import dev.authmethods.sandbox.behaviour.GraphSettings;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.SignInSessions;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.method.BodyProperties;
import dev.authmethods.sandbox.method.Method;
import dev.authmethods.sandbox.method.MethodKind;
import dev.authmethods.sandbox.method.MethodOperation;
import dev.authmethods.sandbox.method.MethodRules;
import dev.authmethods.sandbox.method.MethodTarget;
import dev.authmethods.sandbox.method.UserMethods;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules for temporary access passes (<a href="https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethod">temporaryAccessPassAuthenticationMethod</a>).
 */
public final class AccessPassRules implements MethodRules {

  private final GraphSettings settings;
  private final SignInSessions sessions;

  public AccessPassRules(GraphSettings settings, SignInSessions sessions) {
    this.settings = settings;
    this.sessions = sessions;
  }

  @Override
  public MethodKind kind() {
    return MethodKind.ACCESS_PASS;
  }

  @Override
  public Set<MethodOperation> operations() {
    return Set.of(CREATE, DELETE);
  }

  /** <a href="https://learn.microsoft.com/graph/api/authentication-post-temporaryaccesspassmethods">Create temporaryAccessPassMethod</a>. */
  @Override
  public NewMethod create(DirectoryUser user, ObjectNode body) {
    checkUser(user);
    var now = settings.instant();
    var pass = new RegisteredAccessPass(
      UUID.randomUUID().toString(),
      user,
      AccessPassCodes.next(settings.get().temporaryAccessPassPolicy().defaultLength()),
      now,
      start(body, now),
      lifetime(body),
      usableOnce(body),
      false
    );
    return new NewMethod(pass.id(), existing -> {
      checkReplacement(existing, now);
      return pass;
    });
  }

  /** A user has one: the new one takes the place of the old one. */
  @Override
  public UserMethods add(UserMethods existing, Method created) {
    return existing.without(MethodKind.ACCESS_PASS).with(created);
  }

  /** Nobody manages their own passes. */
  @Override
  public void checkDelete(MethodTarget target, UserMethods existing, Method method) {
    if (target.found() != null && target.caller().is(target.found())) {
      throw GraphError.methodsDenied();
    }
  }

  /** A user who has signed in with the pass has to sign in again. */
  @Override
  public void deleted(DirectoryUser user, Method method) {
    var behaviour = settings.get();
    if (behaviour.tapDeleteEndsSessions() && usability((RegisteredAccessPass) method).isUsable()) {
      sessions.revoke(user, behaviour.revokeDelay());
    }
  }

  /** The code is shown only once. */
  @Override
  public ObjectNode json(Method method, boolean masked) {
    return created(method).putNull(RegisteredAccessPass.CODE);
  }

  @Override
  public ObjectNode created(Method method) {
    return ((RegisteredAccessPass) method).json(settings.get().temporaryAccessPassPolicy(), settings.instant());
  }

  /** Of the pass itself only what tells it from others; null when it was deleted. */
  @Override
  public ObjectNode logged(String methodId, @Nullable Method after) {
    var lifetime = after == null ? null : ((RegisteredAccessPass) after).lifetimeInMinutes();
    return MethodRules.super.logged(methodId, after).put("lifetimeInMinutes", lifetime);
  }

  private AccessPassUsability usability(RegisteredAccessPass pass) {
    return pass.usability(settings.get().temporaryAccessPassPolicy(), settings.instant());
  }

  private void checkUser(DirectoryUser user) {
    if (user.isExternal()) {
      throw GraphError.badRequest("Temporary Access Pass cannot be added to an external guest user.");
    }
    var behaviour = settings.get();
    var isRefused = behaviour.tapOutOfScope() == GraphBehaviour.OutOfScope.REFUSE;
    if (isRefused && !behaviour.temporaryAccessPassPolicy().appliesTo(user)) {
      throw GraphError.badRequest(
        "Converged UserCredentialPolicy does not allow creating or updating this authentication method. " +
          "AuthMethodType [TemporaryAccessPass]."
      );
    }
  }

  private void checkReplacement(UserMethods existing, Instant now) {
    var isRefused = settings.get().tapReplace() == GraphBehaviour.Replacement.REFUSE;
    var policy = settings.get().temporaryAccessPassPolicy();
    var valid = existing
      .of(MethodKind.ACCESS_PASS)
      .map(pass -> ((RegisteredAccessPass) pass).usability(policy, now))
      .anyMatch(usability -> usability.isUsable() || usability == AccessPassUsability.NOT_YET_VALID);
    if (isRefused && valid) {
      throw GraphError.badRequest("A Temporary Access Pass already exists for this user.");
    }
  }

  private static Instant start(ObjectNode body, Instant now) {
    var start = BodyProperties.read(body, "startDateTime", AccessPassRules::moment).orElse(now);
    if (start.isBefore(now)) {
      throw GraphError.badRequest("Invalid StartDateTime specified. It can not be a time in the past.");
    }
    return start;
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private int lifetime(ObjectNode body) {
    var policy = settings.get().temporaryAccessPassPolicy();
    int minutes = BodyProperties.integer(body, "lifetimeInMinutes").orElse(policy.defaultLifetimeInMinutes());
    if (!policy.allowsLifetime(minutes)) {
      throw GraphError.badRequest(
        "Invalid LifetimeInMinutes specified. The valid range between " +
          policy.minimumLifetimeInMinutes() +
          " and " +
          policy.maximumLifetimeInMinutes() +
          "."
      );
    }
    return minutes;
  }

  private boolean usableOnce(ObjectNode body) {
    var isRequired = settings.get().temporaryAccessPassPolicy().isUsableOnce();
    var isWanted = BodyProperties.flag(body, "isUsableOnce").orElse(isRequired);
    if (isRequired && !isWanted) {
      throw GraphError.badRequest("Invalid IsUsableOnce specified. The policy allows only one-time use.");
    }
    return isWanted;
  }
}
