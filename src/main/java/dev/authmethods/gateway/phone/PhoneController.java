package dev.authmethods.gateway.phone;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.BulkItem;
import dev.authmethods.gateway.change.Changes;
import dev.authmethods.gateway.change.Eligibility;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Protection;
import dev.authmethods.gateway.lookup.MethodIds;
import dev.authmethods.gateway.lookup.MethodLookup;
import dev.authmethods.gateway.lookup.QueryRoot;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.PhoneMethod;
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

/** The phone part of the schema: each input becomes a change, each result a payload. */
@Controller
class PhoneController {

  private final Changes changes;
  private final EntraPhoneMethods phones;
  private final Eligibility eligibility;

  PhoneController(Changes changes, EntraPhoneMethods phones, Eligibility eligibility) {
    this.changes = changes;
    this.phones = phones;
    this.eligibility = eligibility;
  }

  @MutationMapping
  PhonePayload addPhoneMethod(@Argument NumberInput input, MutationContext context) {
    var add = input.parse((number, type) -> new AddPhoneMethod(input, number, type, phones));
    return new PhonePayload(changes.make(context, input, add));
  }

  @MutationMapping
  AddPhoneMethods.Payload addPhoneMethods(@Argument AddPhoneMethods.Input input, MutationContext context) {
    var errors = BulkItem.violationsOfAll(context.violations());
    return errors.isEmpty()
      ? AddPhoneMethods.Payload.of(input, changes.makeAll(context, input.parse(phones), phones))
      : AddPhoneMethods.Payload.refused(input, errors);
  }

  @MutationMapping
  PhonePayload setPhoneMethod(@Argument NumberInput input, MutationContext context) {
    var set = input.parse((number, type) -> new SetPhoneMethod(input, number, type, phones, null));
    return new PhonePayload(changes.make(context, input, set));
  }

  @MutationMapping
  PhonePayload updatePhoneMethod(@Argument NumberInput input, MutationContext context) {
    var update = input.parse((number, type) -> new UpdatePhoneMethod(input, number, type, phones));
    return new PhonePayload(changes.make(context, input, update));
  }

  @MutationMapping
  DeletePhoneMethod.Payload deletePhoneMethod(@Argument PhoneInput input, MutationContext context) {
    var delete = input.parse(type -> new DeletePhoneMethod(input, type, phones));
    return new DeletePhoneMethod.Payload(changes.make(context, input, delete), input.phoneType());
  }

  @MutationMapping
  PhonePayload enableSmsSignIn(@Argument PhoneInput input, MutationContext context) {
    var enable = input.parse(type -> new EnableSmsSignIn(input, type, phones));
    return new PhonePayload(changes.make(context, input, enable));
  }

  @MutationMapping
  PhonePayload disableSmsSignIn(@Argument PhoneInput input, MutationContext context) {
    var disable = input.parse(type -> new DisableSmsSignIn(input, type, phones));
    return new PhonePayload(changes.make(context, input, disable));
  }

  @SchemaMapping(typeName = "DeletePhoneMethodPayload")
  CompletableFuture<? extends @Nullable GlobalId> deletedPhoneMethodId(
    DeletePhoneMethod.Payload payload,
    DataLoader<UserKey, LookupResult<User>> users
  ) {
    var deleted = payload.deleted();
    return payload.about() == null || deleted == null
      ? completedFuture(null)
      : MethodIds.of(payload.about(), "PhoneMethod", deleted.methodId(), users);
  }

  @SchemaMapping(typeName = "AddPhoneMethodsPayload")
  QueryRoot query() {
    return new QueryRoot();
  }

  @SchemaMapping(typeName = "User")
  CompletableFuture<List<PhoneMethod>> phoneMethods(
    User user,
    DataLoader<UserKey, LookupResult<List<PhoneMethod>>> phoneMethods
  ) {
    return MethodLookup.of(user, phoneMethods);
  }

  @SchemaMapping(typeName = "User")
  CompletableFuture<List<PhoneEligibility>> phoneEligibility(
    User user,
    RequestContext call,
    DataLoader<UserKey, LookupResult<List<PhoneMethod>>> phoneMethods,
    DataLoader<UserKey, LookupResult<Protection>> protections
  ) {
    var operation = AddPhoneMethod.OPERATION;
    return eligibility
      .accessErrors(call, user, operation, phones, () -> protections.load(user.reachedBy()))
      .thenCombine(MethodLookup.of(user, phoneMethods), (errors, existing) ->
        PhoneEligibility.of(existing, errors, eligibility.isRoleListed(call, operation))
      );
  }
}
