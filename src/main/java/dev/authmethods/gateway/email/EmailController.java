package dev.authmethods.gateway.email;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.authmethods.gateway.change.BrokenRules;
import dev.authmethods.gateway.change.ChangePayload;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.Changes;
import dev.authmethods.gateway.change.Effect;
import dev.authmethods.gateway.change.Eligibility;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.lookup.MethodIds;
import dev.authmethods.gateway.lookup.MethodLookup;
import dev.authmethods.gateway.method.EmailMethod;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The email part of the schema: each input becomes a change, each result a payload. */
@Controller
class EmailController {

  private final Changes changes;
  private final EntraEmailMethods emails;

  EmailController(Changes changes, EntraEmailMethods emails) {
    this.changes = changes;
    this.emails = emails;
  }

  /** The payload of every mutation of email addresses. */
  record EmailPayload(ChangeResult<EmailMethod> result) implements ChangePayload {
    /** The address as it is now; null when there is none, or it was not changed. */
    public @Nullable EmailMethod emailMethod() {
      return result.method();
    }

    /** Clients that merge fields of payloads need another name than that of the phones' effect, whose type is another. */
    public @Nullable Effect emailEffect() {
      return result.effect();
    }
  }

  @MutationMapping
  EmailPayload addEmailMethod(@Argument AddressChange.Input input, MutationContext context) {
    var add = input.parse(address -> new AddEmailMethod(input, address, emails));
    return new EmailPayload(changes.make(context, input, add));
  }

  @MutationMapping
  EmailPayload setEmailMethod(@Argument AddressChange.Input input, MutationContext context) {
    var set = input.parse(address -> new SetEmailMethod(input, address, emails, null));
    return new EmailPayload(changes.make(context, input, set));
  }

  @MutationMapping
  EmailPayload updateEmailMethod(@Argument AddressChange.Input input, MutationContext context) {
    var update = input.parse(address -> new UpdateEmailMethod(input, address, emails));
    return new EmailPayload(changes.make(context, input, update));
  }

  @MutationMapping
  EmailPayload deleteEmailMethod(@Argument DeleteEmailMethod.Input input, MutationContext context) {
    return new EmailPayload(changes.make(context, input, Parsed.valid(new DeleteEmailMethod(input, emails))));
  }

  @SchemaMapping(typeName = "DeleteEmailMethodPayload")
  CompletableFuture<? extends @Nullable GlobalId> deletedEmailMethodId(
    EmailPayload payload,
    DataLoader<UserKey, LookupResult<User>> users
  ) {
    var user = payload.about();
    return user == null || !payload.result.isMade()
      ? completedFuture(null)
      : MethodIds.of(user, "EmailMethod", EmailMethod.METHOD_ID, users);
  }

  @SchemaMapping(typeName = "User")
  CompletableFuture<@Nullable EmailMethod> emailMethod(
    User user,
    DataLoader<UserKey, LookupResult<List<EmailMethod>>> emailMethods
  ) {
    return MethodLookup.of(user, emailMethods).thenApply(existing -> existing.stream().findFirst().orElse(null));
  }

  @SchemaMapping(typeName = "MethodEligibility")
  CompletableFuture<Eligibility.OfMutation> addEmailMethod(
    Eligibility.OfUser of,
    DataLoader<UserKey, LookupResult<List<EmailMethod>>> emailMethods
  ) {
    return check(of, AddEmailMethod.OPERATION, emailMethods, existing ->
      BrokenRules.of(EmailChange.oneEmailMethod(existing, null))
    );
  }

  @SchemaMapping(typeName = "MethodEligibility")
  CompletableFuture<Eligibility.OfMutation> setEmailMethod(
    Eligibility.OfUser of,
    DataLoader<UserKey, LookupResult<List<EmailMethod>>> emailMethods
  ) {
    return check(of, SetEmailMethod.OPERATION, emailMethods, _ -> List.of());
  }

  @SchemaMapping(typeName = "MethodEligibility")
  CompletableFuture<Eligibility.OfMutation> updateEmailMethod(
    Eligibility.OfUser of,
    DataLoader<UserKey, LookupResult<List<EmailMethod>>> emailMethods
  ) {
    return check(of, UpdateEmailMethod.OPERATION, emailMethods, EmailController::onlyWhatExists);
  }

  @SchemaMapping(typeName = "MethodEligibility")
  CompletableFuture<Eligibility.OfMutation> deleteEmailMethod(
    Eligibility.OfUser of,
    DataLoader<UserKey, LookupResult<List<EmailMethod>>> emailMethods
  ) {
    return check(of, DeleteEmailMethod.OPERATION, emailMethods, EmailController::onlyWhatExists);
  }

  private static List<? extends ExpectedError> onlyWhatExists(List<EmailMethod> existing) {
    return BrokenRules.of(EmailChange.emailMethodExists(existing));
  }

  private CompletableFuture<Eligibility.OfMutation> check(
    Eligibility.OfUser of,
    Operation operation,
    DataLoader<UserKey, LookupResult<List<EmailMethod>>> emailMethods,
    Function<List<EmailMethod>, List<? extends ExpectedError>> stateErrors
  ) {
    return of.check(operation, emails, MethodLookup.of(of.user(), emailMethods), stateErrors);
  }
}
