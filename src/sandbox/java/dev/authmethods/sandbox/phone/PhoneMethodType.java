package dev.authmethods.sandbox.phone;

import java.util.Arrays;
import java.util.Optional;

/** A kind of phone, with the id that such a phone has for every user (Microsoft Graph: phoneAuthenticationMethod). */
public enum PhoneMethodType {
  MOBILE("mobile", "3179e48a-750b-4051-897c-87b9720928f7"),
  ALTERNATE_MOBILE("alternateMobile", "b6332ec1-7057-4abe-9331-3d72feddfe41"),
  OFFICE("office", "e37fc753-ff3b-4958-9484-eaa9425c82bc");

  private final String wireName;
  private final String id;

  PhoneMethodType(String wireName, String id) {
    this.wireName = wireName;
    this.id = id;
  }

  String wireName() {
    return wireName;
  }

  public String id() {
    return id;
  }

  static Optional<PhoneMethodType> withId(String id) {
    return Arrays.stream(values())
      .filter(type -> type.id.equalsIgnoreCase(id))
      .findFirst();
  }

  static Optional<PhoneMethodType> named(String wireName) {
    return Arrays.stream(values())
      .filter(type -> type.wireName.equalsIgnoreCase(wireName))
      .findFirst();
  }
}
