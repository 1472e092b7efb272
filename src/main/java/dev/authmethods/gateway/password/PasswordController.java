package dev.authmethods.gateway.password;

import dev.authmethods.gateway.change.Changes;
import dev.authmethods.gateway.change.Eligibility;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.password.PasswordErrors.ApplicationNotAllowedError;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The password part of the schema. */
@Controller
class PasswordController {

  private final Changes changes;
  private final EntraPasswords passwords;

  PasswordController(Changes changes, EntraPasswords passwords) {
    this.changes = changes;
    this.passwords = passwords;
  }

  @MutationMapping
  ResetPassword.Payload resetPassword(@Argument ResetPassword.Input input, MutationContext context) {
    var isForbidden = passwords.isForbiddenTo(context.call().caller());
    var reset = input.parse(password -> new ResetPassword(input, password, isForbidden, passwords));
    return new ResetPassword.Payload(changes.make(context, input, reset), input.newPassword() != null);
  }

  @SchemaMapping(typeName = "PasswordResetOperation")
  GlobalId id(PasswordResetOperation operation) {
    return operation.address().id();
  }

  /**
   * Whether a password can be reset.
   *
   * @param isNewPasswordRequired null when that could not be read
   */
  record ResetPasswordEligibility(List<ExpectedError> blockedBy, @Nullable Boolean isNewPasswordRequired) {
    /** True when no rule stands against it that can be seen beforehand. */
    public boolean isAllowed() {
      return blockedBy.isEmpty();
    }
  }

  @SchemaMapping(typeName = "MethodEligibility")
  CompletableFuture<ResetPasswordEligibility> resetPassword(
    Eligibility.OfUser of,
    DataLoader<UserKey, LookupResult<UserPassword>> passwordsOfUsers
  ) {
    return passwordsOfUsers.load(of.user().reachedBy()).thenCompose(found -> eligibility(of, found));
  }

  private CompletableFuture<ResetPasswordEligibility> eligibility(
    Eligibility.OfUser of,
    LookupResult<UserPassword> found
  ) {
    var existing = Stream.ofNullable(found.visible()).toList();
    var checked = of.check(ResetPassword.OPERATION, passwords, CompletableFuture.completedFuture(existing), state ->
      ResetPassword.signsInHere(state).stream().toList()
    );
    return checked.thenApply(rules ->
      new ResetPasswordEligibility(
        blockedBy(of, rules.blockedBy()),
        existing.isEmpty() ? null : existing.getFirst().isSynced()
      )
    );
  }

  private List<ExpectedError> blockedBy(Eligibility.OfUser of, List<ExpectedError> errors) {
    var forApplication = passwords.isForbiddenTo(of.call().caller())
      ? List.of(new ApplicationNotAllowedError(List.of()))
      : List.<ApplicationNotAllowedError>of();
    return Stream.concat(errors.stream(), forApplication.stream()).toList();
  }
}
