package dev.authmethods.gateway.phone;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.microsoft.graph.models.AuthenticationPhoneType;
import com.microsoft.graph.models.PhoneAuthenticationMethod;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.authentication.phonemethods.PhoneMethodsRequestBuilder;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.lookup.UserFieldLookup;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;

/** Phones as Microsoft Graph has them. Source: Microsoft Graph v1.0, phoneAuthenticationMethod resource type. */
@Component
class EntraPhoneMethods implements UserFieldLookup<List<PhoneMethod>> {

  private static final Resource<UserKey, List<PhoneMethod>> PHONES = new Resource<>(
    "phones",
    Service.AUTHENTICATION_METHODS,
    _ -> Operation.READ.permissions(),
    EntraPhoneMethods::path,
    EntraPhoneMethods::whole
  );

  private static final Resource<UserKey, List<PhoneMethod>> READABLE_PHONES = new Resource<>(
    "phones",
    Service.AUTHENTICATION_METHODS,
    _ -> Operation.READ.permissions(),
    EntraPhoneMethods::path,
    EntraPhoneMethods::readable
  );

  /** More than a user can have, and more than Microsoft is likely to add. */
  private static final int MOST_PHONES = 100;

  private final Entra entra;
  private final AccessPolicy policy;

  EntraPhoneMethods(Entra entra, AccessPolicy policy) {
    this.entra = entra;
    this.policy = policy;
  }

  /** As Microsoft Graph shows them to the gateway: to compare with; {@link #shown} is for answers. */
  List<PhoneMethod> list(RequestContext call, UserKey user) {
    return entra.read(call, user, PHONES);
  }

  /** The same, to be added to; null when they cannot be read, whatever the reason. */
  @Nullable
  List<PhoneMethod> heldNow(RequestContext call, UserKey user) {
    try {
      return new ArrayList<>(list(call, user));
    } catch (EntraFailure e) {
      return null;
    }
  }

  /** The same of many users, in one wave. */
  Map<UserKey, LookupResult<List<PhoneMethod>>> held(Set<UserKey> users, RequestContext call) {
    return entra.readAll(call, users, PHONES);
  }

  /** As the caller may see them. */
  List<PhoneMethod> shown(List<PhoneMethod> held, RequestContext call) {
    return policy.seesNumbersMasked(call.caller()) ? held.stream().map(PhoneNumber::masked).toList() : held;
  }

  PhoneMethod add(RequestContext call, UserKey user, PhoneType type, String number) {
    var created = entra.write(
      call,
      Operation.ADD.permissions(),
      client -> at(client, user).toPostRequestInformation(phone(type, number)),
      in -> Json.understood(EntraPhone.read(user, in))
    );
    if (!created.methodId().equals(type.methodId()) || isOther(number, created)) {
      // An answer about another phone says nothing about this one.
      throw EntraFailure.Unavailable.unclearAnswer();
    }
    return created;
  }

  /** Whether a change could still be sent, and read back, after a wait. */
  boolean canBeChanged(RequestContext call, Duration after) {
    return entra.canWrite(call, after);
  }

  private static boolean isOther(String number, PhoneMethod created) {
    return (
      created.phoneNumber() != null &&
      !created.phoneNumber().equals(number) &&
      PhoneNumber.read(number) instanceof PhoneNumber.Accepted(var asked) &&
      !asked.mayBeShownAs(created.phoneNumber())
    );
  }

  void update(RequestContext call, UserKey user, PhoneType type, String number) {
    entra.send(call, Operation.UPDATE.permissions(), client ->
      at(client, user).byPhoneAuthenticationMethodId(type.methodId()).toPatchRequestInformation(phone(type, number))
    );
  }

  void delete(RequestContext call, UserKey user, PhoneType type) {
    entra.send(call, Operation.DELETE.permissions(), client ->
      at(client, user).byPhoneAuthenticationMethodId(type.methodId()).toDeleteRequestInformation()
    );
  }

  void enableSmsSignIn(RequestContext call, UserKey user, PhoneType type) {
    entra.send(call, Operation.SMS_SIGN_IN.permissions(), client ->
      at(client, user).byPhoneAuthenticationMethodId(type.methodId()).enableSmsSignIn().toPostRequestInformation()
    );
  }

  void disableSmsSignIn(RequestContext call, UserKey user, PhoneType type) {
    entra.send(call, Operation.SMS_SIGN_IN.permissions(), client ->
      at(client, user).byPhoneAuthenticationMethodId(type.methodId()).disableSmsSignIn().toPostRequestInformation()
    );
  }

  @Override
  public String name() {
    return "phoneMethods";
  }

  @Override
  public Set<String> fields() {
    return Set.of("phoneMethods", "phoneEligibility");
  }

  @Override
  public Map<UserKey, LookupResult<List<PhoneMethod>>> load(Set<UserKey> users, RequestContext call) {
    if (policy.roleMay(call.caller(), Operation.READ).isPresent()) {
      return users
        .stream()
        .collect(toMap(identity(), user -> new LookupResult.Failed<>(EntraFailure.Refused.forbidden())));
    }
    var answers = entra.readAll(call, users, READABLE_PHONES);
    if (policy.seesNumbersMasked(call.caller())) {
      answers.replaceAll((user, answer) -> answer.map(held -> shown(held, call)));
    }
    return answers;
  }

  private static PhoneMethodsRequestBuilder at(GraphServiceClient client, UserKey user) {
    return client.users().byUserId(user.value()).authentication().phoneMethods();
  }

  private static PhoneAuthenticationMethod phone(PhoneType type, String number) {
    var phone = new PhoneAuthenticationMethod();
    // The SDK would name the type in the body, which the documented request does not; without a value it would name a property.
    phone.getBackingStore().clear();
    phone.setPhoneType(entraType(type));
    phone.setPhoneNumber(number);
    return phone;
  }

  private static String path(UserKey user) {
    return UserAddress.of(user) + "/authentication/phoneMethods";
  }

  /** All phones, to decide by: where one cannot be identified nobody can say that another is not there. */
  private static List<PhoneMethod> whole(UserKey user, JsonParser in) {
    var phones = new ArrayList<PhoneMethod>();
    Json.forEach(in, phone -> add(Json.understood(EntraPhone.read(user, phone)), phones));
    return phones;
  }

  /** All phones that can be identified, to be shown. */
  private static List<PhoneMethod> readable(UserKey user, JsonParser in) {
    var phones = new ArrayList<PhoneMethod>();
    Json.forEach(in, each -> {
      var phone = Json.isObject(each) ? EntraPhone.read(user, each) : null;
      if (phone != null) {
        add(phone, phones);
      }
    });
    return phones;
  }

  private static void add(PhoneMethod phone, List<PhoneMethod> phones) {
    Json.understood(phones.size() < MOST_PHONES ? phone : null);
    phones.add(phone);
  }

  private static AuthenticationPhoneType entraType(PhoneType type) {
    return switch (type) {
      case MOBILE -> AuthenticationPhoneType.Mobile;
      case ALTERNATE_MOBILE -> AuthenticationPhoneType.AlternateMobile;
      case OFFICE -> AuthenticationPhoneType.Office;
    };
  }
}
