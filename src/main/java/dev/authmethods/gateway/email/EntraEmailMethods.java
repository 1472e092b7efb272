package dev.authmethods.gateway.email;

import com.microsoft.graph.models.EmailAuthenticationMethod;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.authentication.emailmethods.EmailMethodsRequestBuilder;
import com.microsoft.graph.users.item.authentication.emailmethods.item.EmailAuthenticationMethodItemRequestBuilder;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.EntraMethods;
import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.GraphPermissions;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.MethodPermissions;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.EmailMethod;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.UserKey;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;

/** Email addresses as Microsoft Graph has them. Source: https://learn.microsoft.com/graph/api/resources/emailauthenticationmethod */
@Component
class EntraEmailMethods extends EntraMethods<EmailMethod> {

  private static final GraphPermissions WRITE = MethodPermissions.toWrite("Email");
  private static final Operation READ = Operation.read("emails", MethodPermissions.toRead("Email"));
  private static final List<Operation> MUTATIONS = List.of(
    AddEmailMethod.OPERATION,
    SetEmailMethod.OPERATION,
    UpdateEmailMethod.OPERATION,
    DeleteEmailMethod.OPERATION
  );

  EntraEmailMethods(Entra entra, AccessPolicy policy) {
    super(entra, policy, EmailMethod.class, "emailAuthenticationMethod", "emailMethods", READ, MUTATIONS);
  }

  /** A mutation of email addresses, which China does not offer. */
  static Operation write(String mutation, Class<? extends ExpectedError> errors) {
    return Operation.write(mutation, errors, WRITE).notIn(NationalCloud.CHINA_21VIANET);
  }

  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.EMAIL;
  }

  @Override
  public Set<String> fields() {
    return Set.of("emailMethod", "methodEligibility");
  }

  @Override
  public EmailMethod masked(EmailMethod email) {
    return email.emailAddress() == null ? email : email.withAddress(EmailAddress.mask(email.emailAddress()));
  }

  /** Null when there is neither an id nor an address. An address without an id has the one id that there is. */
  @Override
  public @Nullable EmailMethod read(UserKey user, JsonParser in) {
    String id = null;
    OffsetDateTime created = null;
    String address = null;
    Json.enterObject(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      switch (name) {
        case "id" -> id = Json.text(in);
        case "createdDateTime" -> created = Json.moment(in);
        case "emailAddress" -> address = Json.text(in);
        default -> in.skipChildren();
      }
    }
    return id == null && address == null
      ? null
      : new EmailMethod(user, Objects.requireNonNullElse(id, EmailMethod.METHOD_ID), created, address);
  }

  @Override
  public String fingerprint(EmailMethod email) {
    return String.valueOf(email.emailAddress()).toLowerCase(Locale.ROOT);
  }

  /** An answer about another address says nothing about this one. */
  Written<EmailMethod> add(RequestContext call, UserKey user, EmailAddress address) {
    var created = entra.write(call, WRITE, Service.AUTHENTICATION_METHODS, graph ->
      at(graph, user).post(body(address))
    );
    var shown = created.getEmailAddress();
    if (shown != null && address.to(shown) == Match.NO) {
      throw EntraFailure.Unavailable.unclearAnswer();
    }
    return Written.of(new EmailMethod(user, EmailMethod.METHOD_ID, created.getCreatedDateTime(), shown));
  }

  Written<EmailMethod> update(RequestContext call, UserKey user, EmailAddress address) {
    return send(call, user, email -> email.patch(body(address)));
  }

  Written<EmailMethod> delete(RequestContext call, UserKey user) {
    return send(call, user, EmailAuthenticationMethodItemRequestBuilder::delete);
  }

  private Written<EmailMethod> send(
    RequestContext call,
    UserKey user,
    Consumer<EmailAuthenticationMethodItemRequestBuilder> write
  ) {
    entra.send(call, WRITE, Service.AUTHENTICATION_METHODS, graph ->
      write.accept(at(graph, user).byEmailAuthenticationMethodId(EmailMethod.METHOD_ID))
    );
    return Written.nothing();
  }

  private static EmailMethodsRequestBuilder at(GraphServiceClient graph, UserKey user) {
    return graph.users().byUserId(user.value()).authentication().emailMethods();
  }

  private static EmailAuthenticationMethod body(EmailAddress address) {
    var email = new EmailAuthenticationMethod();
    // The SDK would name the type in the body, which the documented request does not.
    email.getBackingStore().clear();
    email.setEmailAddress(address.value());
    return email;
  }
}
