package dev.authmethods.gateway.phone;

import com.microsoft.graph.models.AuthenticationPhoneType;
import com.microsoft.graph.models.PhoneAuthenticationMethod;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.authentication.phonemethods.PhoneMethodsRequestBuilder;
import com.microsoft.graph.users.item.authentication.phonemethods.item.PhoneAuthenticationMethodItemRequestBuilder;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.EntraMethods;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.GraphPermissions;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.MethodPermissions;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.phone.number.MaskedNumber;
import dev.authmethods.gateway.phone.number.PhoneNumber;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;

/** Phones as Microsoft Graph has them. Source: https://learn.microsoft.com/graph/api/resources/phoneauthenticationmethod */
@Component
@EnableConfigurationProperties(PhoneSettings.class)
class EntraPhoneMethods extends EntraMethods<PhoneMethod> {

  static final GraphPermissions WRITE = MethodPermissions.toWrite("Phone");
  private static final Operation READ = Operation.read("phones", MethodPermissions.toRead("Phone"));
  private static final List<Operation> MUTATIONS = List.of(
    AddPhoneMethod.OPERATION,
    SetPhoneMethod.OPERATION,
    UpdatePhoneMethod.OPERATION,
    DeletePhoneMethod.OPERATION,
    EnableSmsSignIn.OPERATION,
    DisableSmsSignIn.OPERATION
  );

  private final PhoneSettings settings;

  EntraPhoneMethods(Entra entra, AccessPolicy policy, PhoneSettings settings) {
    super(entra, policy, PhoneMethod.class, "phoneAuthenticationMethod", "phoneMethods", READ, MUTATIONS);
    this.settings = settings;
  }

  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.PHONE;
  }

  @Override
  public Set<String> fields() {
    return Set.of("phoneMethods", "phoneEligibility");
  }

  @Override
  public boolean isOwnAccountAllowed() {
    return settings.allowOwnAccount();
  }

  @Override
  public @Nullable PhoneMethod read(UserKey user, JsonParser in) {
    return EntraPhone.read(user, in);
  }

  @Override
  public PhoneMethod masked(PhoneMethod phone) {
    return phone.phoneNumber() == null ? phone : phone.withNumber(MaskedNumber.mask(phone.phoneNumber()));
  }

  @Override
  public String fingerprint(PhoneMethod phone) {
    return String.valueOf(phone.phoneNumber());
  }

  @Override
  public List<PhoneMethod> dependents(PhoneMethod phone, List<PhoneMethod> existing) {
    return phone.phoneType() == PhoneType.MOBILE
      ? PhoneRules.find(PhoneType.ALTERNATE_MOBILE, existing).stream().toList()
      : List.of();
  }

  /** An answer about another phone says nothing about this one. */
  Written<PhoneMethod> add(RequestContext call, UserKey user, PhoneType type, PhoneNumber number) {
    var created = entra.write(
      call,
      WRITE,
      Service.AUTHENTICATION_METHODS,
      graph -> at(graph, user).post(body(type, number)),
      in -> Json.understood(read(user, in))
    );
    var shown = created.phoneNumber();
    if (!created.methodId().equals(type.methodId()) || (shown != null && !number.mayBeShownAs(shown))) {
      throw EntraFailure.Unavailable.unclearAnswer();
    }
    return Written.of(created);
  }

  Written<PhoneMethod> update(RequestContext call, UserKey user, PhoneType type, PhoneNumber number) {
    return send(call, user, type, phone -> phone.patch(body(type, number)));
  }

  Written<PhoneMethod> delete(RequestContext call, UserKey user, PhoneType type) {
    return send(call, user, type, PhoneAuthenticationMethodItemRequestBuilder::delete);
  }

  Written<PhoneMethod> enableSmsSignIn(RequestContext call, UserKey user, PhoneType type) {
    return send(call, user, type, phone -> phone.enableSmsSignIn().post());
  }

  Written<PhoneMethod> disableSmsSignIn(RequestContext call, UserKey user, PhoneType type) {
    return send(call, user, type, phone -> phone.disableSmsSignIn().post());
  }

  private Written<PhoneMethod> send(
    RequestContext call,
    UserKey user,
    PhoneType type,
    Consumer<PhoneAuthenticationMethodItemRequestBuilder> write
  ) {
    entra.send(call, WRITE, Service.AUTHENTICATION_METHODS, graph ->
      write.accept(at(graph, user).byPhoneAuthenticationMethodId(type.methodId()))
    );
    return Written.nothing();
  }

  private static PhoneMethodsRequestBuilder at(GraphServiceClient graph, UserKey user) {
    return graph.users().byUserId(user.value()).authentication().phoneMethods();
  }

  private static PhoneAuthenticationMethod body(PhoneType type, PhoneNumber number) {
    var phone = new PhoneAuthenticationMethod();
    // The SDK would name the type in the body, which the documented request does not; without a value it would name a property.
    phone.getBackingStore().clear();
    phone.setPhoneType(entraType(type));
    phone.setPhoneNumber(number.value());
    return phone;
  }

  private static AuthenticationPhoneType entraType(PhoneType type) {
    return switch (type) {
      case MOBILE -> AuthenticationPhoneType.Mobile;
      case ALTERNATE_MOBILE -> AuthenticationPhoneType.AlternateMobile;
      case OFFICE -> AuthenticationPhoneType.Office;
    };
  }
}
