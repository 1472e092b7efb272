package dev.authmethods.gateway.method;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * More about a user than the names, read only if a field of it is selected: each component is a field of the schema's type
 * {@code User}. All are null when they were not read, or when the caller may not see them. Source:
 * https://learn.microsoft.com/graph/api/resources/user
 *
 * @param isExternal             whether the user signs in at another tenant
 * @param isManagementRestricted whether only administrators of the user's administrative unit reach the user
 * @param isSyncedFromOnPremises whether the user comes from an on-premises directory
 * @param sessionsValidFrom      sessions from before this moment are ended
 */
public record UserDetails(
  @Nullable String givenName,
  @Nullable String surname,
  @Nullable String mail,
  @Nullable String jobTitle,
  @Nullable String department,
  @Nullable String companyName,
  @Nullable String officeLocation,
  @Nullable String employeeId,
  @Nullable List<String> businessPhones,
  @Nullable String mobilePhone,
  @Nullable String preferredLanguage,
  @Nullable String usageLocation,
  @Nullable Boolean accountEnabled,
  @Nullable UserType userType,
  @Nullable Boolean isExternal,
  @Nullable Boolean isManagementRestricted,
  @Nullable Boolean isSyncedFromOnPremises,
  @Nullable OffsetDateTime createdDateTime,
  @Nullable OffsetDateTime lastPasswordChangeDateTime,
  @Nullable OffsetDateTime sessionsValidFrom
) {}
