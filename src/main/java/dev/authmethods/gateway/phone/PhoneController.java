package dev.authmethods.gateway.phone;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.entra.Answer;
import dev.authmethods.gateway.error.AddPhoneMethodError;
import dev.authmethods.gateway.error.Violations;
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
  private final PhonePolicy policy;

  PhoneController(PhoneMethods phones, ManyPhones many, PhonePolicy policy) {
    this.phones = phones;
    this.many = many;
    this.policy = policy;
  }

  @MutationMapping
  AddPhoneMethodPayload addPhoneMethod(@Argument AddPhoneMethodInput input, Call call, Violations violations) {
    return AddPhoneMethodPayload.of(phones.change(call, new AddPhone(input, violations)), input);
  }

  @MutationMapping
  AddPhoneMethodsPayload addPhoneMethods(@Argument AddPhoneMethodsInput input, Call call, Violations violations) {
    return many.add(call, input, violations);
  }

  @MutationMapping
  SetPhoneMethodPayload setPhoneMethod(@Argument SetPhoneMethodInput input, Call call, Violations violations) {
    return SetPhoneMethodPayload.of(phones.change(call, new SetPhone.Undecided(input, violations)), input);
  }

  @MutationMapping
  UpdatePhoneMethodPayload updatePhoneMethod(@Argument UpdatePhoneMethodInput input, Call call, Violations violations) {
    return UpdatePhoneMethodPayload.of(phones.change(call, new UpdatePhone(input, violations)), input);
  }

  @MutationMapping
  DeletePhoneMethodPayload deletePhoneMethod(@Argument DeletePhoneMethodInput input, Call call, Violations violations) {
    return DeletePhoneMethodPayload.of(phones.change(call, new DeletePhone(input, violations)), input);
  }

  @MutationMapping
  EnableSmsSignInPayload enableSmsSignIn(@Argument EnableSmsSignInInput input, Call call, Violations violations) {
    return EnableSmsSignInPayload.of(phones.change(call, new EnableSms(input, violations)), input);
  }

  @MutationMapping
  DisableSmsSignInPayload disableSmsSignIn(@Argument DisableSmsSignInInput input, Call call, Violations violations) {
    return DisableSmsSignInPayload.of(phones.change(call, new DisableSms(input, violations)), input);
  }

  /** The id that the phone was listed with: it leads through the user's object id, however the user was named here. */
  @SchemaMapping(typeName = "DeletePhoneMethodPayload")
  CompletableFuture<@Nullable GlobalId> deletedPhoneMethodId(
    DeletePhoneMethodPayload payload,
    DataLoader<UserKey, Answer<User>> users
  ) {
    var deleted = payload.deleted();
    return switch (payload.about()) {
      case ObjectId id when deleted != null -> completedFuture(new GlobalId.OfPhoneMethod(id, deleted.methodId()));
      case UserPrincipalName name when deleted != null -> users
        .load(name)
        .thenApply(Answer::orThrow)
        .thenApply(user -> new GlobalId.OfPhoneMethod(user.objectId(), deleted.methodId()));
      case null, default -> completedFuture(null);
    };
  }

  @SchemaMapping(typeName = "User")
  CompletableFuture<List<PhoneMethod>> phoneMethods(
    User user,
    DataLoader<UserKey, Answer<List<PhoneMethod>>> phoneMethods
  ) {
    return held(user, phoneMethods);
  }

  @SchemaMapping(typeName = "User")
  CompletableFuture<List<PhoneEligibility>> phoneEligibility(
    User user,
    Call call,
    DataLoader<UserKey, Answer<List<PhoneMethod>>> phoneMethods,
    DataLoader<UserKey, Answer<Boolean>> administrators
  ) {
    return standing(user, call, administrators).thenCombine(held(user, phoneMethods), (standing, phones) ->
      PhoneEligibility.of(phones, standing)
    );
  }

  /** Read by the key that the user was reached by, which is when they were begun; shown under the id that never changes. */
  private static CompletableFuture<List<PhoneMethod>> held(
    User user,
    DataLoader<UserKey, Answer<List<PhoneMethod>>> phoneMethods
  ) {
    var key = user.reachedBy();
    return phoneMethods
      .getIfCompleted(key)
      .orElseGet(() -> phoneMethods.load(key))
      .thenApply(Answer::orThrow)
      .thenApply(phones ->
        phones
          .stream()
          .map(phone -> phone.reachedBy(user.objectId()))
          .toList()
      );
  }

  private CompletableFuture<List<AddPhoneMethodError>> standing(
    User user,
    Call call,
    DataLoader<UserKey, Answer<Boolean>> administrators
  ) {
    var standing = AddPhone.isExpectedTo(call.caller(), user.objectId(), policy);
    return standing.isEmpty() && PhoneRules.roleIsLimited(call.caller(), policy)
      ? administrators.load(user.reachedBy()).thenApply(Answer::orThrow).thenApply(this::unlessAdministrator)
      : completedFuture(standing);
  }

  private List<AddPhoneMethodError> unlessAdministrator(boolean administrator) {
    return administrator ? List.of(Operation.ADD.needs(policy.actingAs()).denied(PhoneRules.USER)) : List.of();
  }
}
