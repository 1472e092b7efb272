package dev.authmethods.gateway.accesspass;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.authmethods.gateway.change.BrokenRules;
import dev.authmethods.gateway.change.BulkItem;
import dev.authmethods.gateway.change.ChangePayload;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.Changes;
import dev.authmethods.gateway.change.Eligibility;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.lookup.MethodIds;
import dev.authmethods.gateway.lookup.MethodLookup;
import dev.authmethods.gateway.lookup.QueryRoot;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The part of the schema about Temporary Access Passes: each input becomes a change, each result a payload. */
@Controller
class AccessPassController {

  private final Changes changes;
  private final EntraAccessPasses passes;
  private final AccessPassPolicies policies;

  AccessPassController(Changes changes, EntraAccessPasses passes, AccessPassPolicies policies) {
    this.changes = changes;
    this.passes = passes;
    this.policies = policies;
  }

  record CreatePayload(ChangeResult<TemporaryAccessPassMethod> result) implements CreatedAccessPass {}

  record DeletePayload(ChangeResult<TemporaryAccessPassMethod> result) implements ChangePayload {}

  @MutationMapping
  CreatePayload createTemporaryAccessPass(@Argument CreateAccessPass.Input input, MutationContext context) {
    return new CreatePayload(changes.make(context, input, Parsed.valid(creation(input, context))));
  }

  @MutationMapping
  CreateAccessPasses.Payload createTemporaryAccessPasses(
    @Argument CreateAccessPasses.Input input,
    MutationContext context
  ) {
    var errors = BulkItem.violationsOfAll(context.violations());
    return errors.isEmpty()
      ? CreateAccessPasses.Payload.of(
          input,
          changes.makeAll(context, input.parse(item -> creation(item, context)), passes)
        )
      : CreateAccessPasses.Payload.refused(input, errors);
  }

  /** A refusal is explained by the policy as it is now, even if the client has gone away. */
  private CreateAccessPass creation(CreateAccessPass.Input input, MutationContext context) {
    return new CreateAccessPass(input, passes, () ->
      input.validateOnly() ? policies.of(context.call()) : policies.now(context.call().unattended())
    );
  }

  @MutationMapping
  DeletePayload deleteTemporaryAccessPass(@Argument DeleteAccessPass.Input input, MutationContext context) {
    return new DeletePayload(changes.make(context, input, Parsed.valid(new DeleteAccessPass(input, passes))));
  }

  @SchemaMapping(typeName = "DeleteTemporaryAccessPassPayload")
  CompletableFuture<? extends @Nullable GlobalId> deletedTemporaryAccessPassId(
    DeletePayload payload,
    DataLoader<UserKey, LookupResult<User>> users
  ) {
    var user = payload.about();
    var deleted = payload.result.previous();
    return user == null || deleted == null
      ? completedFuture(null)
      : MethodIds.of(user, "TemporaryAccessPassMethod", deleted.methodId(), users);
  }

  @SchemaMapping(typeName = "CreateTemporaryAccessPassesPayload")
  QueryRoot query() {
    return new QueryRoot();
  }

  @SchemaMapping(typeName = "User")
  CompletableFuture<@Nullable TemporaryAccessPassMethod> temporaryAccessPass(
    User user,
    DataLoader<UserKey, LookupResult<List<TemporaryAccessPassMethod>>> temporaryAccessPassMethods
  ) {
    return MethodLookup.of(user, temporaryAccessPassMethods).thenApply(found ->
      found.stream().findFirst().orElse(null)
    );
  }

  /** A pass that is there forbids nothing: the client can say that the new one replaces it. */
  @SchemaMapping(typeName = "MethodEligibility")
  CompletableFuture<AccessPassEligibility> createTemporaryAccessPass(
    Eligibility.OfUser of,
    DataLoader<UserKey, LookupResult<List<TemporaryAccessPassMethod>>> temporaryAccessPassMethods
  ) {
    var policy = policies.of(of.call());
    var existing = MethodLookup.of(of.user(), temporaryAccessPassMethods);
    return of
      .check(CreateAccessPass.OPERATION, passes, existing, _ ->
        BrokenRules.of(AccessPassRules.passesAreSwitchedOn(policy))
      )
      .thenCombine(existing, (mutation, found) ->
        new AccessPassEligibility(mutation, policy, found.stream().findFirst().orElse(null))
      );
  }

  @SchemaMapping(typeName = "MethodEligibility")
  CompletableFuture<Eligibility.OfMutation> deleteTemporaryAccessPass(
    Eligibility.OfUser of,
    DataLoader<UserKey, LookupResult<List<TemporaryAccessPassMethod>>> temporaryAccessPassMethods
  ) {
    return of.check(
      DeleteAccessPass.OPERATION,
      passes,
      MethodLookup.of(of.user(), temporaryAccessPassMethods),
      existing -> BrokenRules.of(AccessPassRules.passExists(existing))
    );
  }
}
