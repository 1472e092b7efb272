package dev.authmethods.gateway.user.activity;

import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.UpstreamErrors;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.read.PremiumLicenseRequiredError;
import dev.authmethods.gateway.user.PeoplePolicy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The field of users that tells when they last signed in. */
@Controller
class SignInActivityController {

  /** Source: https://learn.microsoft.com/entra/identity/monitoring-health/reference-reports-data-retention */
  private static final List<String> ROLES = List.of(
    DirectoryRole.REPORTS_READER.displayName(),
    DirectoryRole.GLOBAL_READER.displayName()
  );

  private final PeoplePolicy policy;

  SignInActivityController(PeoplePolicy policy) {
    this.policy = policy;
  }

  @SchemaMapping(typeName = "User")
  CompletableFuture<SignInActivityLookup> signInActivity(
    User user,
    RequestContext call,
    DataLoader<UserKey, LookupResult<Optional<SignInActivity>>> signInActivities
  ) {
    var refusal = policy.refusal(call.caller());
    return refusal.isPresent()
      ? CompletableFuture.completedFuture(new SignInActivityLookup(null, List.of(refusal.get())))
      : signInActivities.load(user.objectId()).thenApply(SignInActivityController::lookup);
  }

  private static SignInActivityLookup lookup(LookupResult<Optional<SignInActivity>> answer) {
    return switch (answer) {
      case LookupResult.Found<Optional<SignInActivity>>(var activity) -> new SignInActivityLookup(
        activity.orElse(null),
        List.of()
      );
      case LookupResult.Failed<Optional<SignInActivity>>(var failure) -> new SignInActivityLookup(
        null,
        List.of(error(failure))
      );
    };
  }

  private static ExpectedError error(EntraFailure failure) {
    return PremiumLicenseRequiredError.isReasonOf(failure)
      ? new PremiumLicenseRequiredError(List.of())
      : UpstreamErrors.ofRead(failure, List.of(), ROLES);
  }
}
