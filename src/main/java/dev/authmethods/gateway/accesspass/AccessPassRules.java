package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.accesspass.AccessPassErrors.AccessPassExistsError;
import dev.authmethods.gateway.accesspass.AccessPassErrors.AccessPassLifetimeError;
import dev.authmethods.gateway.accesspass.AccessPassErrors.AccessPassMultiUseNotAllowedError;
import dev.authmethods.gateway.accesspass.AccessPassErrors.AccessPassNotFoundError;
import dev.authmethods.gateway.accesspass.AccessPassErrors.AccessPassStartError;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.refusal.MethodNotAllowedByPolicyError;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The documented rules of passes, each a pure function to the error of a broken rule; empty when the rule is kept. */
final class AccessPassRules {

  static final List<String> START = List.of("input", "startDateTime");
  static final List<String> LIFETIME = List.of("input", "lifetimeInMinutes");
  static final List<String> USABLE_ONCE = List.of("input", "isUsableOnce");

  private AccessPassRules() {}

  /**
   * A pass that is still good, or will be, is thrown away only on purpose: Microsoft Graph replaces it without a word. Source:
   * https://learn.microsoft.com/graph/api/authentication-post-temporaryaccesspassmethods
   */
  static Optional<AccessPassExistsError> noGoodPassIsThere(List<TemporaryAccessPassMethod> existing, Instant now) {
    return existing
      .stream()
      .filter(pass -> !pass.isOver(now))
      .findFirst()
      .map(pass -> new AccessPassExistsError(ChangeInput.USER, pass));
  }

  /** Only a pass that the user has can be deleted. */
  static Optional<AccessPassNotFoundError> passExists(List<TemporaryAccessPassMethod> existing) {
    return existing.isEmpty() ? Optional.of(new AccessPassNotFoundError(ChangeInput.USER)) : Optional.empty();
  }

  /**
   * A pass does not begin in the past. Source: https://learn.microsoft.com/graph/api/authentication-post-temporaryaccesspassmethods
   */
  static Optional<AccessPassStartError> startIsNotPast(AccessPassTerms terms, Instant now) {
    return terms.start() != null && terms.start().toInstant().isBefore(now)
      ? Optional.of(startIsRefused(now))
      : Optional.empty();
  }

  /** Microsoft Graph refused a start that the gateway's clock allows. */
  static AccessPassStartError startIsRefused(Instant now) {
    return new AccessPassStartError(START, now.atOffset(ZoneOffset.UTC));
  }

  /**
   * The policy has bounds for lifetimes. Source:
   * https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethodconfiguration
   */
  static Optional<AccessPassLifetimeError> lifetimeIsAllowed(AccessPassTerms terms, AccessPassPolicy policy) {
    return terms.lifetimeInMinutes() == null || policy.allowsLifetime(terms.lifetimeInMinutes())
      ? Optional.empty()
      : Optional.of(lifetimeIsRefused(policy));
  }

  /** Microsoft Graph refused a lifetime that no known bound forbids. */
  static AccessPassLifetimeError lifetimeIsRefused(AccessPassPolicy policy) {
    return new AccessPassLifetimeError(LIFETIME, policy.minimumLifetimeInMinutes(), policy.maximumLifetimeInMinutes());
  }

  /**
   * The policy may allow only passes for one use. Source:
   * https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethod
   */
  static Optional<AccessPassMultiUseNotAllowedError> useIsAllowed(AccessPassTerms terms, AccessPassPolicy policy) {
    return Boolean.FALSE.equals(terms.isUsableOnce()) && Boolean.TRUE.equals(policy.isUsableOnce())
      ? Optional.of(multiUseIsRefused())
      : Optional.empty();
  }

  static AccessPassMultiUseNotAllowedError multiUseIsRefused() {
    return new AccessPassMultiUseNotAllowedError(USABLE_ONCE);
  }

  /** The policy switches passes on. Source: https://learn.microsoft.com/graph/api/resources/authenticationmethodspolicies-overview */
  static Optional<MethodNotAllowedByPolicyError> passesAreSwitchedOn(AccessPassPolicy policy) {
    return policy.isEnabled() ? Optional.empty() : Optional.of(policyForbids(policy));
  }

  /** Microsoft Graph refused a user to whom the policy does not apply. */
  static MethodNotAllowedByPolicyError policyForbids(AccessPassPolicy policy) {
    return new MethodNotAllowedByPolicyError(
      ChangeInput.USER,
      AuthenticationMethodKind.TEMPORARY_ACCESS_PASS,
      policy.refusal()
    );
  }
}
