package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.entra.Answer;
import dev.authmethods.gateway.error.AddPhoneMethodError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The phone part of the schema: what comes in goes to {@link PhoneMethods}, what comes back becomes a payload. */
@Controller
class PhoneController {

  private final PhoneMethods phones;
  private final PhonePolicy policy;

  PhoneController(PhoneMethods phones, PhonePolicy policy) {
    this.phones = phones;
    this.policy = policy;
  }

  @MutationMapping
  AddPhoneMethodPayload addPhoneMethod(@Argument AddPhoneMethodInput input, Call call, Violations violations) {
    return AddPhoneMethodPayload.of(phones.change(call, new AddPhone(input, violations)), input);
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

  @SchemaMapping(typeName = "User")
  CompletableFuture<List<PhoneMethod>> phoneMethods(
    User user,
    DataLoader<UserKey, Answer<List<PhoneMethod>>> phoneMethods
  ) {
    return phoneMethods.load(user.objectId()).thenApply(Answer::orThrow);
  }

  @SchemaMapping(typeName = "User")
  CompletableFuture<List<PhoneEligibility>> phoneEligibility(
    User user,
    Call call,
    DataLoader<UserKey, Answer<List<PhoneMethod>>> phoneMethods,
    DataLoader<UserKey, Answer<Boolean>> administrators
  ) {
    var held = phoneMethods.load(user.objectId()).thenApply(Answer::orThrow);
    return standing(user, call, administrators).thenCombine(held, (standing, phones) ->
      PhoneEligibility.of(phones, standing)
    );
  }

  private CompletableFuture<List<AddPhoneMethodError>> standing(
    User user,
    Call call,
    DataLoader<UserKey, Answer<Boolean>> administrators
  ) {
    var standing = AddPhone.mayAdd(call.caller(), user.objectId(), policy);
    return standing.isEmpty() && PhoneRules.roleIsLimited(call.caller(), policy)
      ? administrators.load(user.objectId()).thenApply(Answer::orThrow).thenApply(this::unlessAdministrator)
      : CompletableFuture.completedFuture(standing);
  }

  private List<AddPhoneMethodError> unlessAdministrator(boolean administrator) {
    return administrator ? List.of(Operation.ADD.needs(policy.actingAs()).denied(PhoneRules.USER)) : List.of();
  }
}
