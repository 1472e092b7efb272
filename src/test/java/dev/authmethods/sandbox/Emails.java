package dev.authmethods.sandbox;

import dev.authmethods.sandbox.http.JsonTree;

/** Addresses and bodies of email methods. */
final class Emails {

  static final String ID = "/3ddfcfc8-9383-446f-83cc-3ab9be4be18f";

  private Emails() {}

  static String of(String name) {
    return "/users/" + name + "@contoso.com/authentication/emailMethods";
  }

  static String email(String address) {
    return JsonTree.object().put("emailAddress", address).toString();
  }
}
