package dev.authmethods.sandbox.directory;

import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.query.EntityType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A user of the directory.
 *
 * @param smsSignIn whether the tenant's policy lets this user sign in with a text message
 * @param roles the built-in roles that the user holds for the whole tenant
 * @param defaultMethodId the method that stands first at sign-in, whether or not it is registered now
 */
public record DirectoryUser(
  String id,
  String userPrincipalName,
  String displayName,
  boolean guest,
  boolean smsSignIn,
  Set<Role> roles,
  @Nullable String defaultMethodId,
  DirectoryPlacement standing
) {
  /** The properties that Graph returns when a call selects none (Microsoft Graph: List users). */
  public static final List<String> DEFAULT_PROPERTIES = List.of(
    "businessPhones",
    "displayName",
    "givenName",
    "id",
    "jobTitle",
    "mail",
    "mobilePhone",
    "officeLocation",
    "preferredLanguage",
    "surname",
    "userPrincipalName"
  );

  /** Every property that a call can select. */
  public static final EntityType TYPE = EntityType.of(
    "user",
    Stream.of(
      DEFAULT_PROPERTIES,
      List.of(
        "accountEnabled",
        "createdDateTime",
        "isManagementRestricted",
        Passwords.PROPERTY,
        "onPremisesSyncEnabled",
        SignInSessions.PROPERTY,
        "userType"
      ),
      UserProperties.unset()
    )
      .flatMap(List::stream)
      .toList()
  );

  /** A user without a place in groups and units. */
  public DirectoryUser(
    String id,
    String userPrincipalName,
    String displayName,
    boolean guest,
    boolean smsSignIn,
    Set<Role> roles,
    @Nullable String defaultMethodId
  ) {
    this(id, userPrincipalName, displayName, guest, smsSignIn, roles, defaultMethodId, DirectoryPlacement.NONE);
  }

  /** Whether the user signs in at another tenant: being a guest says nothing about that. */
  public boolean isExternal() {
    return userPrincipalName.toUpperCase(ROOT).contains("#EXT#");
  }

  /** Whether the user comes from an on-premises directory, which then has the say over the password. */
  public boolean isSynced() {
    return standing.isSynced();
  }

  Instant createdDateTime() {
    return Instant.parse("2024-01-15T08:00:00Z");
  }

  /** The same user at another place. */
  public DirectoryUser with(DirectoryPlacement other) {
    return new DirectoryUser(id, userPrincipalName, displayName, guest, smsSignIn, roles, defaultMethodId, other);
  }

  public ObjectNode json(Collection<String> properties) {
    return UserProperties.only(properties, allProperties());
  }

  /** With every property that never changes and is filled in for some. */
  public ObjectNode allProperties() {
    var space = displayName.indexOf(' ');
    var json = JsonTree.object();
    json.putArray("businessPhones");
    json.put("displayName", displayName);
    json.put("givenName", displayName.substring(0, space));
    json.put("id", id);
    json.putNull("jobTitle");
    json.put("mail", guest ? "ext.user@fabrikam.com" : userPrincipalName);
    json.putNull("mobilePhone");
    json.putNull("officeLocation");
    json.put("preferredLanguage", "en-US");
    json.put("surname", displayName.substring(space + 1));
    json.put("userPrincipalName", userPrincipalName);
    json.put("accountEnabled", true);
    json.put("createdDateTime", createdDateTime().toString());
    if (standing.units().stream().anyMatch(AdministrativeUnit::restricted)) {
      json.put("isManagementRestricted", true);
    } else {
      json.putNull("isManagementRestricted");
    }
    json.put("onPremisesSyncEnabled", isSynced() ? Boolean.TRUE : null);
    json.put("userType", guest ? "Guest" : "Member");
    return json;
  }
}
