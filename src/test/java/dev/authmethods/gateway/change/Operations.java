package dev.authmethods.gateway.change;

import dev.authmethods.gateway.entra.MethodPermissions;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.NationalCloud;

/** Operations as features declare them. */
final class Operations {

  static final Operation READ = Operation.read("phones", MethodPermissions.toRead("Phone"));
  static final Operation DELETE = write("delete");
  static final Operation UPDATE = write("update").notOnOwnAccount();
  static final Operation ADD = write("add").notIn(NationalCloud.CHINA_21VIANET).notOnOwnAccount();
  static final Operation ENABLE = write("enable").notIn(NationalCloud.CHINA_21VIANET).byObjectId();

  private Operations() {}

  private static Operation write(String name) {
    return Operation.write(name, ExpectedError.class, MethodPermissions.toWrite("Phone"));
  }
}
