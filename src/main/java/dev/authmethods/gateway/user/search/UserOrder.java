package dev.authmethods.gateway.user.search;

/** The order of users. Source: https://learn.microsoft.com/graph/aad-advanced-queries#user-properties */
enum UserOrder {
  DISPLAY_NAME("displayName"),
  USER_PRINCIPAL_NAME("userPrincipalName"),
  NEWEST_FIRST("createdDateTime desc");

  private final String option;

  UserOrder(String option) {
    this.option = option;
  }

  /** The value of {@code $orderby}. */
  String option() {
    return option;
  }
}
