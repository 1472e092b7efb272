package dev.authmethods.sandbox.directory;

import dev.authmethods.sandbox.http.JsonTree;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The properties of users that Microsoft Graph has and nobody of this tenant has filled in (Microsoft Graph: user resource type). */
public final class UserProperties {

  private static final Set<String> COLLECTIONS = Set.of(
    "assignedLicenses",
    "assignedPlans",
    "identities",
    "imAddresses",
    "interests",
    "licenseAssignmentStates",
    "onPremisesProvisioningErrors",
    "otherMails",
    "pastProjects",
    "provisionedPlans",
    "proxyAddresses",
    "responsibilities",
    "schools",
    "serviceProvisioningErrors",
    "skills"
  );

  private static final List<String> SINGLE = List.of(
    "aboutMe",
    "ageGroup",
    "birthday",
    "city",
    "companyName",
    "consentProvidedForMinor",
    "country",
    "creationType",
    "deletedDateTime",
    "department",
    "employeeHireDate",
    "employeeId",
    "employeeLeaveDateTime",
    "employeeOrgData",
    "employeeType",
    "externalUserState",
    "externalUserStateChangeDateTime",
    "faxNumber",
    "hireDate",
    "isResourceAccount",
    "legalAgeGroupClassification",
    "mailNickname",
    "mySite",
    "onPremisesDistinguishedName",
    "onPremisesDomainName",
    "onPremisesExtensionAttributes",
    "onPremisesImmutableId",
    "onPremisesLastSyncDateTime",
    "onPremisesSamAccountName",
    "onPremisesSecurityIdentifier",
    "onPremisesUserPrincipalName",
    "passwordPolicies",
    "passwordProfile",
    "postalCode",
    "preferredDataLocation",
    "preferredName",
    "securityIdentifier",
    "showInAddressList",
    "state",
    "streetAddress",
    "usageLocation"
  );

  private UserProperties() {}

  /** Their names. */
  static List<String> unset() {
    return Stream.concat(COLLECTIONS.stream(), SINGLE.stream()).toList();
  }

  /**
   * Leaves of an object the selected properties, and adds those that it lacks with the value of an unset one. Of users who never
   * signed in Graph leaves the activity out.
   */
  public static ObjectNode only(Collection<String> names, ObjectNode user) {
    for (var name : names) {
      if (!user.has(name) && !name.equals(DirectoryProfile.SIGN_IN_ACTIVITY)) {
        user.set(name, COLLECTIONS.contains(name) ? JsonTree.array(List.of()) : JsonTree.object().nullNode());
      }
    }
    return user.retain(names);
  }
}
