package dev.authmethods.gateway.user.search;

import dev.authmethods.gateway.method.UserType;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions that all must hold. Source: https://learn.microsoft.com/graph/aad-advanced-queries#user-properties */
record UserFilter(
  @Nullable Boolean accountEnabled,
  @Nullable UserType userType,
  @Nullable Boolean isSyncedFromOnPremises,
  @Nullable Boolean isLicensed,
  @Nullable String department,
  @Nullable String companyName,
  @Nullable String officeLocation,
  @Nullable String displayNameStartsWith,
  @Nullable String userPrincipalNameStartsWith,
  @Nullable String userPrincipalNameEndsWith,
  @Nullable OffsetDateTime createdFrom,
  @Nullable OffsetDateTime createdBefore
) {
  /** The value of {@code $filter}; empty when there is no condition. */
  String option() {
    return Stream.of(
      accountEnabled == null ? null : "accountEnabled eq " + accountEnabled,
      userType == null ? null : "userType eq " + (userType == UserType.GUEST ? "'Guest'" : "'Member'"),
      synced(),
      isLicensed == null ? null : "assignedLicenses/$count " + (isLicensed ? "ne 0" : "eq 0"),
      equal("department", department),
      equal("companyName", companyName),
      equal("officeLocation", officeLocation),
      function("startsWith", "displayName", displayNameStartsWith),
      function("startsWith", "userPrincipalName", userPrincipalNameStartsWith),
      function("endsWith", "userPrincipalName", userPrincipalNameEndsWith),
      createdFrom == null ? null : "createdDateTime ge " + createdFrom.toInstant(),
      // The property has no operator for "earlier".
      createdBefore == null ? null : "not(createdDateTime ge " + createdBefore.toInstant() + ")"
    )
      .filter(Objects::nonNull)
      .collect(Collectors.joining(" and "));
  }

  /** Users of the cloud have null there. */
  private @Nullable String synced() {
    if (isSyncedFromOnPremises == null) {
      return null;
    }
    return isSyncedFromOnPremises ? "onPremisesSyncEnabled eq true" : "onPremisesSyncEnabled ne true";
  }

  private static @Nullable String equal(String property, @Nullable String value) {
    return value == null ? null : property + " eq " + literal(value);
  }

  private static @Nullable String function(String name, String property, @Nullable String value) {
    return value == null ? null : "%s(%s,%s)".formatted(name, property, literal(value));
  }

  /** Only a quote could end a text, and it is doubled. Source: https://learn.microsoft.com/graph/query-parameters#escaping-single-quotes */
  private static String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
