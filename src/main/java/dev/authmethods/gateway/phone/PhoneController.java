package dev.authmethods.gateway.phone;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Protection;
import dev.authmethods.gateway.error.AddPhoneMethodError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.lookup.IdentityLookup;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The phone part of the schema: what comes in goes to {@link PhoneMethods}, what comes back becomes a payload. */
@Controller
class PhoneController {

  private final PhoneMethods phones;
  private final ManyPhones many;
  private final AccessPolicy policy;

  PhoneController(PhoneMethods phones, ManyPhones many, AccessPolicy policy) {
    this.phones = phones;
    this.many = many;
    this.policy = policy;
  }

  @MutationMapping
  AddPhoneMethodPayload addPhoneMethod(
    @Argument AddPhoneMethodInput input,
    RequestContext call,
    Violations violations,
    IdentityLookup identities
  ) {
    return AddPhoneMethodPayload.of(phones.change(call, new AddPhone(input, violations), identities), input);
  }

  @MutationMapping
  AddPhoneMethodsPayload addPhoneMethods(
    @Argument AddPhoneMethodsInput input,
    RequestContext call,
    Violations violations,
    IdentityLookup identities
  ) {
    return many.add(call, input, violations, identities);
  }

  @MutationMapping
  SetPhoneMethodPayload setPhoneMethod(
    @Argument SetPhoneMethodInput input,
    RequestContext call,
    Violations violations,
    IdentityLookup identities
  ) {
    return SetPhoneMethodPayload.of(phones.change(call, new SetPhone.Undecided(input, violations), identities), input);
  }

  @MutationMapping
  UpdatePhoneMethodPayload updatePhoneMethod(
    @Argument UpdatePhoneMethodInput input,
    RequestContext call,
    Violations violations,
    IdentityLookup identities
  ) {
    return UpdatePhoneMethodPayload.of(phones.change(call, new UpdatePhone(input, violations), identities), input);
  }

  @MutationMapping
  DeletePhoneMethodPayload deletePhoneMethod(
    @Argument DeletePhoneMethodInput input,
    RequestContext call,
    Violations violations,
    IdentityLookup identities
  ) {
    return DeletePhoneMethodPayload.of(phones.change(call, new DeletePhone(input, violations), identities), input);
  }

  @MutationMapping
  EnableSmsSignInPayload enableSmsSignIn(
    @Argument EnableSmsSignInInput input,
    RequestContext call,
    Violations violations,
    IdentityLookup identities
  ) {
    return EnableSmsSignInPayload.of(phones.change(call, new EnableSms(input, violations), identities), input);
  }

  @MutationMapping
  DisableSmsSignInPayload disableSmsSignIn(
    @Argument DisableSmsSignInInput input,
    RequestContext call,
    Violations violations,
    IdentityLookup identities
  ) {
    return DisableSmsSignInPayload.of(phones.change(call, new DisableSms(input, violations), identities), input);
  }

  /** It leads through the user's object id, however the user was named. */
  @SchemaMapping(typeName = "PhoneMethod")
  CompletableFuture<GlobalId> id(PhoneMethod phone, DataLoader<UserKey, LookupResult<User>> users) {
    return id(phone.user(), phone.methodId(), users);
  }

  @SchemaMapping(typeName = "DeletePhoneMethodPayload")
  CompletableFuture<? extends @Nullable GlobalId> deletedPhoneMethodId(
    DeletePhoneMethodPayload payload,
    DataLoader<UserKey, LookupResult<User>> users
  ) {
    var deleted = payload.deleted();
    return payload.about() == null || deleted == null
      ? completedFuture(null)
      : id(payload.about(), deleted.methodId(), users);
  }

  private static CompletableFuture<GlobalId> id(
    UserKey key,
    String methodId,
    DataLoader<UserKey, LookupResult<User>> users
  ) {
    return switch (key) {
      case ObjectId id -> completedFuture(new GlobalId.OfPhoneMethod(id, methodId));
      case UserPrincipalName name -> users
        .load(name)
        .thenApply(LookupResult::orThrow)
        .thenApply(user -> new GlobalId.OfPhoneMethod(user.objectId(), methodId));
    };
  }

  @SchemaMapping(typeName = "User")
  CompletableFuture<List<PhoneMethod>> phoneMethods(
    User user,
    DataLoader<UserKey, LookupResult<List<PhoneMethod>>> phoneMethods
  ) {
    return held(user, phoneMethods);
  }

  @SchemaMapping(typeName = "User")
  CompletableFuture<List<PhoneEligibility>> phoneEligibility(
    User user,
    RequestContext call,
    DataLoader<UserKey, LookupResult<List<PhoneMethod>>> phoneMethods,
    DataLoader<UserKey, LookupResult<Protection>> protections
  ) {
    return standing(user, call, protections).thenCombine(held(user, phoneMethods), (standing, phones) ->
      PhoneEligibility.of(phones, standing, policy.listsRole(call.caller(), Operation.ADD))
    );
  }

  /** Read by the key that the user was reached by, which is when they were begun; shown under the id that never changes. */
  private static CompletableFuture<List<PhoneMethod>> held(
    User user,
    DataLoader<UserKey, LookupResult<List<PhoneMethod>>> phoneMethods
  ) {
    var key = user.reachedBy();
    return phoneMethods
      .getIfCompleted(key)
      .orElseGet(() -> phoneMethods.load(key))
      .thenApply(LookupResult::orThrow)
      .thenApply(phones ->
        phones
          .stream()
          .map(phone -> phone.reachedBy(user.objectId()))
          .toList()
      );
  }

  private CompletableFuture<List<AddPhoneMethodError>> standing(
    User user,
    RequestContext call,
    DataLoader<UserKey, LookupResult<Protection>> protections
  ) {
    var standing = AddPhone.mayAdd(call.caller(), user.objectId(), policy);
    return standing.isEmpty() && policy.protectsUsers()
      ? protections
          .load(user.reachedBy())
          .thenApply(LookupResult::orThrow)
          .thenApply(protection -> List.copyOf(policy.reaches(call.caller(), protection).stream().toList()))
      : completedFuture(standing);
  }
}
