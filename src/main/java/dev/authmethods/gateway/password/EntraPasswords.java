package dev.authmethods.gateway.password;

import com.microsoft.graph.users.item.authentication.methods.item.resetpassword.ResetPasswordPostRequestBody;
import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.EntraResources;
import dev.authmethods.gateway.change.Secret;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.GraphAnswer;
import dev.authmethods.gateway.entra.GraphPermissions;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.read.ExternalUsers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;

/** Passwords as Microsoft Graph has them. Source: https://learn.microsoft.com/graph/api/authenticationmethod-resetpassword */
@Component
class EntraPasswords extends EntraResources<UserPassword> {

  /** No application can reset a password. */
  static final GraphPermissions WRITE = new GraphPermissions(
    List.of("UserAuthenticationMethod.ReadWrite.All"),
    List.of("UserAuthenticationMethod.ReadWrite.All")
  );

  /** {@code User.ReadBasic.All} does not show the properties of passwords. Source: https://learn.microsoft.com/graph/api/user-get */
  private static final GraphPermissions READ = new GraphPermissions(
    List.of("User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"),
    List.of("User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All")
  );

  /** The id of everybody's password. Source: https://learn.microsoft.com/graph/api/resources/passwordauthenticationmethod */
  private static final String METHOD_ID = "28c10230-6103-485e-b985-444c60001490";

  private static final String SELECT =
    "?$select=id," + ExternalUsers.PROPERTIES + ",lastPasswordChangeDateTime,onPremisesSyncEnabled";

  private static final int ACCEPTED = 202;

  private static final Resource<UserKey, List<UserPassword>> PASSWORD = new Resource<>(
    "passwords",
    Service.DIRECTORY,
    _ -> READ,
    user -> UserAddress.of(user) + SELECT,
    (user, in) -> List.of(read(user, in))
  );

  private final OperationPolling polling;

  EntraPasswords(Entra entra, AccessPolicy policy, OperationPolling polling) {
    super(entra, policy, List.of(ResetPassword.OPERATION));
    this.polling = polling;
  }

  @Override
  public Class<UserPassword> type() {
    return UserPassword.class;
  }

  @Override
  protected Resource<UserKey, List<UserPassword>> complete() {
    return PASSWORD;
  }

  private static UserPassword read(UserKey user, JsonParser in) {
    var read = ExternalUsers.read(in);
    var properties = read.properties();
    Json.understood(user.idOfUser(properties.text("id"), properties.text("userPrincipalName")));
    return new UserPassword(
      user,
      properties.moment("lastPasswordChangeDateTime"),
      Boolean.TRUE.equals(properties.flag("onPremisesSyncEnabled")),
      Boolean.TRUE.equals(read.isExternal()),
      null
    );
  }

  /** Whether the request would come from an application: Microsoft Graph offers passwords to people only. */
  boolean isForbiddenTo(Caller caller) {
    return entra.actingAs() == ActingAs.APPLICATION || caller.application();
  }

  /** Follows operations. */
  OperationPolling polling() {
    return polling;
  }

  /**
   * Microsoft Graph's acceptance of a reset.
   *
   * @param operation to follow; null when the answer does not lead to one
   * @param generated the password that Microsoft Graph made up; null when one was given
   */
  record Accepted(@Nullable PasswordResetOperation operation, @Nullable Secret generated) {}

  /**
   * Resets a password, once.
   *
   * @param given null to have one made up: then an answer without a password is unclear
   */
  Accepted reset(RequestContext call, ObjectId user, @Nullable NewPassword given) {
    var answer = entra.exchange(call, WRITE, Service.AUTHENTICATION_METHODS, graph ->
      graph
        .users()
        .byUserId(user.value())
        .authentication()
        .methods()
        .byAuthenticationMethodId(METHOD_ID)
        .resetPassword()
        .post(body(given))
    );
    var body = answer.body();
    var generated = body == null ? null : body.getNewPassword();
    if (answer.status() != ACCEPTED || (given == null && (generated == null || generated.isEmpty()))) {
      throw EntraFailure.Unavailable.unclearAnswer();
    }
    return new Accepted(operation(user, answer), generated == null ? null : new Secret(generated));
  }

  private static @Nullable PasswordResetOperation operation(ObjectId user, GraphAnswer<?> answer) {
    var address = OperationAddress.ofLocation(user, answer.header("Location"));
    return address == null ? null : PasswordResetOperation.accepted(address, answer.header("Retry-After"));
  }

  private static ResetPasswordPostRequestBody body(@Nullable NewPassword given) {
    var body = new ResetPasswordPostRequestBody();
    if (given != null) {
      body.setNewPassword(given.value());
    }
    return body;
  }
}
