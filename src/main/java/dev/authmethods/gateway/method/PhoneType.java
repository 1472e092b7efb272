package dev.authmethods.gateway.method;

/**
 * The kinds of phones; a user can have one of each. Source:
 * https://learn.microsoft.com/graph/api/resources/phoneauthenticationmethod
 */
public enum PhoneType {
  MOBILE("3179e48a-750b-4051-897c-87b9720928f7"),
  ALTERNATE_MOBILE("b6332ec1-7057-4abe-9331-3d72feddfe41"),
  OFFICE("e37fc753-ff3b-4958-9484-eaa9425c82bc");

  private final String methodId;

  PhoneType(String methodId) {
    this.methodId = methodId;
  }

  /** The id that Microsoft Graph gives to every phone of this type, for every user. */
  public String methodId() {
    return methodId;
  }
}
