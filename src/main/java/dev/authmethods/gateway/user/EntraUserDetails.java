package dev.authmethods.gateway.user;

import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.method.UserDetails;
import dev.authmethods.gateway.method.UserType;
import dev.authmethods.gateway.read.ExternalUsers;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads the details of a user. Source: https://learn.microsoft.com/graph/api/resources/user */
final class EntraUserDetails {

  /** The properties to select. */
  static final List<String> PROPERTIES = List.of(
    "id",
    "userPrincipalName",
    "displayName",
    "givenName",
    "surname",
    "mail",
    "jobTitle",
    "department",
    "companyName",
    "officeLocation",
    "employeeId",
    "businessPhones",
    "mobilePhone",
    "preferredLanguage",
    "usageLocation",
    "accountEnabled",
    "userType",
    "identities",
    "isManagementRestricted",
    "onPremisesSyncEnabled",
    "createdDateTime",
    "lastPasswordChangeDateTime",
    "signInSessionsValidFromDateTime"
  );

  private EntraUserDetails() {}

  static EntraUser read(JsonParser in) {
    var read = ExternalUsers.read(in);
    var user = read.properties();
    return new EntraUser(
      user.text("@odata.type"),
      user.text("id"),
      user.text("userPrincipalName"),
      user.text("displayName"),
      details(user, read.isExternal())
    );
  }

  private static UserDetails details(Json.Properties user, @Nullable Boolean isExternal) {
    return new UserDetails(
      user.text("givenName"),
      user.text("surname"),
      user.text("mail"),
      user.text("jobTitle"),
      user.text("department"),
      user.text("companyName"),
      user.text("officeLocation"),
      user.text("employeeId"),
      user.texts("businessPhones"),
      user.text("mobilePhone"),
      user.text("preferredLanguage"),
      user.text("usageLocation"),
      user.flag("accountEnabled"),
      UserType.of(user.text("userType")),
      isExternal,
      falseIfUnset(user, "isManagementRestricted"),
      falseIfUnset(user, "onPremisesSyncEnabled"),
      user.moment("createdDateTime"),
      user.moment("lastPasswordChangeDateTime"),
      user.moment("signInSessionsValidFromDateTime")
    );
  }

  /**
   * Microsoft Graph writes null where it means false. Every account is enabled or not: where that is missing, Microsoft Graph has
   * withheld what the caller may not see, and null means nothing.
   */
  private static @Nullable Boolean falseIfUnset(Json.Properties user, String property) {
    return user.flag("accountEnabled") == null
      ? user.flag(property)
      : Objects.requireNonNullElse(user.flag(property), false);
  }
}
