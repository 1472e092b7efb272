package dev.authmethods.sandbox;

import dev.authmethods.sandbox.http.JsonTree;

/** Addresses and bodies of phone methods. */
final class Phones {

  static final String MOBILE = "/3179e48a-750b-4051-897c-87b9720928f7";
  static final String ALTERNATE = "/b6332ec1-7057-4abe-9331-3d72feddfe41";
  static final String OFFICE = "/e37fc753-ff3b-4958-9484-eaa9425c82bc";

  private Phones() {}

  static String of(String name) {
    return "/users/" + name + "@contoso.com/authentication/phoneMethods";
  }

  static String phone(String type, String number) {
    return JsonTree.object().put("phoneType", type).put("phoneNumber", number).toString();
  }

  static String number(String number) {
    return JsonTree.object().put("phoneNumber", number).toString();
  }
}
