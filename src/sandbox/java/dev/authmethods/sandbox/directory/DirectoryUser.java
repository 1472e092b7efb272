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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A user of the directory.
 *
 * @param smsSignIn whether the tenant's policy lets this user sign in with a text message
 * @param roles the built-in roles that the user holds for the whole tenant
 * @param defaultMethodId the method that stands first at sign-in, whether or not it is registered now
 * @param profile the words of the organization about the user
 */
public record DirectoryUser(
  String id,
  String userPrincipalName,
  String displayName,
  boolean guest,
  boolean smsSignIn,
  Set<Role> roles,
  @Nullable String defaultMethodId,
  DirectoryPlacement standing,
  DirectoryProfile profile
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
        DirectoryProfile.SIGN_IN_ACTIVITY,
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
    this(
      id,
      userPrincipalName,
      displayName,
      guest,
      smsSignIn,
      roles,
      defaultMethodId,
      DirectoryPlacement.NOWHERE,
      DirectoryProfile.EMPTY
    );
  }

  /** Whether the user signs in at another tenant: being a guest says nothing about that. */
  public boolean isExternal() {
    return userPrincipalName.toUpperCase(ROOT).contains("#EXT#");
  }

  /** Whether the user comes from an on-premises directory, which then has the say over the password. */
  public boolean isSynced() {
    return standing.isSynced() || profile.properties().containsKey("onPremisesSyncEnabled");
  }

  Instant createdDateTime() {
    var created = profile.properties().get("createdDateTime");
    return Instant.parse(created == null ? "2024-01-15T08:00:00Z" : created.stringValue());
  }

  /** The same user at another place. */
  public DirectoryUser with(DirectoryPlacement other) {
    return new DirectoryUser(
      id,
      userPrincipalName,
      displayName,
      guest,
      smsSignIn,
      roles,
      defaultMethodId,
      other,
      profile
    );
  }

  /** The same user with another profile. */
  public DirectoryUser with(DirectoryProfile other) {
    return new DirectoryUser(
      id,
      userPrincipalName,
      displayName,
      guest,
      smsSignIn,
      roles,
      defaultMethodId,
      standing,
      other
    );
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
    json.put("givenName", space < 0 ? displayName : displayName.substring(0, space));
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
    json.set("identities", identities());
    json.setAll(profile.properties());
    return json;
  }

  /** The places where the user can sign in (Microsoft Graph: objectIdentity resource type). */
  private ArrayNode identities() {
    var identities = JsonTree.array(List.of());
    if (isExternal()) {
      identities
        .addObject()
        .put("signInType", "federated")
        .put("issuer", "ExternalAzureAD")
        .putNull("issuerAssignedId");
    }
    identities
      .addObject()
      .put("signInType", "userPrincipalName")
      .put("issuer", "contoso.onmicrosoft.com")
      .put("issuerAssignedId", userPrincipalName);
    return identities;
  }
}
