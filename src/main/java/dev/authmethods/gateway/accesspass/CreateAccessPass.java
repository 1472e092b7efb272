package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.BrokenRules;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserRef;
import dev.authmethods.gateway.refusal.ExternalUserError;
import dev.authmethods.gateway.refusal.MethodNotAllowedByPolicyError;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates a pass. Source: https://learn.microsoft.com/graph/api/authentication-post-temporaryaccesspassmethods
 *
 * @param policy reads the tenant's policy, when a rule of it is asked for
 */
record CreateAccessPass(
  Input input,
  EntraAccessPasses methods,
  Supplier<AccessPassPolicy> policy
) implements AccessPassChange {
  static final Operation OPERATION = EntraAccessPasses.write("createTemporaryAccessPass", OwnError.class)
    .alsoAnswering(List.of(MethodNotAllowedByPolicyError.class, ExternalUserError.class))
    .notOnOwnAccount()
    .neverSentAgain()
    .withSecret();

  /** How long Microsoft Graph may work on a request. Source: https://learn.microsoft.com/graph/api/resources/authenticationmethods-overview */
  private static final Duration LONGEST_WORK = Duration.ofSeconds(60);

  /** How much the clocks of Microsoft Graph and of the gateway may differ. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  /** The errors of this mutation other than the shared ones. */
  sealed interface OwnError
    extends ExpectedError
    permits
      AccessPassErrors.AccessPassExistsError,
      AccessPassErrors.AccessPassLifetimeError,
      AccessPassErrors.AccessPassStartError,
      AccessPassErrors.AccessPassMultiUseNotAllowedError,
      AccessPassErrors.AccessPassChangedError {}

  record Input(
    UserRef user,
    @Nullable OffsetDateTime startDateTime,
    @Nullable Integer lifetimeInMinutes,
    @Nullable Boolean isUsableOnce,
    boolean replaceExisting,
    boolean validateOnly,
    @Nullable String idempotencyKey,
    @Nullable String clientMutationId
  ) implements ChangeInput {
    AccessPassTerms terms() {
      return new AccessPassTerms(startDateTime, lifetimeInMinutes, isUsableOnce);
    }
  }

  @Override
  public List<String> arguments() {
    return Stream.concat(input.terms().texts().stream(), Stream.of(String.valueOf(input.replaceExisting))).toList();
  }

  /** Only these are certain: the policy is read only when Microsoft Graph refuses the pass, or when nothing is to be written. */
  @Override
  public List<? extends ExpectedError> certainErrors(List<TemporaryAccessPassMethod> existing) {
    var now = Instant.now();
    return BrokenRules.of(
      input.replaceExisting ? Optional.empty() : AccessPassRules.noGoodPassIsThere(existing, now),
      AccessPassRules.startIsNotPast(input.terms(), now)
    );
  }

  @Override
  public List<? extends ExpectedError> stateErrors(List<TemporaryAccessPassMethod> existing) {
    return Stream.concat(certainErrors(existing).stream(), policyErrors(policy.get()).stream()).toList();
  }

  private List<ExpectedError> policyErrors(AccessPassPolicy now) {
    return BrokenRules.of(
      AccessPassRules.passesAreSwitchedOn(now),
      AccessPassRules.lifetimeIsAllowed(input.terms(), now),
      AccessPassRules.useIsAllowed(input.terms(), now)
    );
  }

  /** The policy of a caller who may not read it explains nothing: then Microsoft's words are all there is. */
  @Override
  public List<? extends ExpectedError> refusalErrors(EntraFailure.Refused refused) {
    var explained = refused.isBadRequest() ? explained(refused) : null;
    return explained == null ? AccessPassChange.super.refusalErrors(refused) : List.of(explained);
  }

  private @Nullable ExpectedError explained(EntraFailure.Refused refused) {
    if (refused.mentions("external guest user")) {
      return new ExternalUserError(ChangeInput.USER);
    }
    if (refused.mentions("UserCredentialPolicy")) {
      return AccessPassRules.policyForbids(policy.get());
    }
    if (refused.mentions("LifetimeInMinutes") && input.lifetimeInMinutes != null) {
      return AccessPassRules.lifetimeIsRefused(policy.get());
    }
    if (refused.mentions("StartDateTime") && input.startDateTime != null) {
      return AccessPassRules.startIsRefused(Instant.now());
    }
    return refused.mentions("IsUsableOnce") && Boolean.FALSE.equals(input.isUsableOnce)
      ? AccessPassRules.multiUseIsRefused()
      : null;
  }

  @Override
  public Match match(List<TemporaryAccessPassMethod> existing) {
    return match(existing, null);
  }

  /** A pass with these terms that somebody else created at another time is not this one. */
  @Override
  public Match match(List<TemporaryAccessPassMethod> existing, @Nullable Instant sentAt) {
    return Match.of(existing.stream().anyMatch(pass -> input.terms().fit(pass) && isCreatedBy(pass, sentAt)));
  }

  private static boolean isCreatedBy(TemporaryAccessPassMethod pass, @Nullable Instant sentAt) {
    if (sentAt == null || pass.createdDateTime() == null) {
      return true;
    }
    var created = pass.createdDateTime().toInstant();
    return !created.isBefore(sentAt.minus(CLOCK_SKEW)) && !created.isAfter(sentAt.plus(LONGEST_WORK).plus(CLOCK_SKEW));
  }

  @Override
  public Written<TemporaryAccessPassMethod> write(RequestContext call, UserKey user) {
    return methods.create(call, user, input.terms());
  }
}
