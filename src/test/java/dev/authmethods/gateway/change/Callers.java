package dev.authmethods.gateway.change;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.fixtures.Calls;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.ObjectId;
import java.time.Instant;
import java.util.stream.Stream;

/** Callers and policies to try rules with. */
final class Callers {

  static final ObjectId KIM = new ObjectId("10000000-0000-4000-8000-000000000001");
  static final AccessPolicy POLICY = new AccessPolicy(NationalCloud.GLOBAL, ActingAs.CALLER);
  static final AccessPolicy AS_APPLICATION = new AccessPolicy(NationalCloud.GLOBAL, ActingAs.APPLICATION);
  static final AccessPolicy IN_CHINA = new AccessPolicy(NationalCloud.CHINA_21VIANET, ActingAs.CALLER);

  private Callers() {}

  static Caller caller(DirectoryRole... roles) {
    return caller(false, roles);
  }

  static Caller application(DirectoryRole... roles) {
    return caller(true, roles);
  }

  private static Caller caller(boolean application, DirectoryRole... roles) {
    return new Caller(
      Calls.caller().objectId(),
      Calls.caller().tenantId(),
      Calls.caller().username(),
      Stream.of(roles).map(DirectoryRole::templateId).toList(),
      application,
      null,
      "token",
      Instant.MAX
    );
  }
}
