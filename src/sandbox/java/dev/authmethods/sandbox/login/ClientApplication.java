package dev.authmethods.sandbox.login;

import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.http.Tenant;
import java.util.Optional;
import java.util.stream.Stream;

/** The applications of the tenant that can ask the login for tokens. */
public enum ClientApplication {
  /** The gateway, with a secret that is another one after each start. */
  GATEWAY(Tenant.GATEWAY, "Authentication methods gateway"),

  /** For a developer's clients, with a secret that is known. */
  DEVELOPER(Tenant.DEVELOPER, "Development client"),

  /** The pages of the gateway: a single-page application, which can keep no secret. */
  PLAYGROUND(Tenant.PLAYGROUND, "Authentication methods playground");

  /** Safe only for a sandbox, which listens on loopback alone. */
  public static final String DEVELOPMENT_SECRET = "sandbox-secret-for-loopback-only";

  private final String id;
  private final String displayName;

  ClientApplication(String id, String displayName) {
    this.id = id;
    this.displayName = displayName;
  }

  public String id() {
    return id;
  }

  /** Whether it is a single-page application: it signs users in by a code and PKCE, and proves itself by nothing else. */
  boolean isSinglePage() {
    return this == PLAYGROUND;
  }

  String displayName() {
    return displayName;
  }

  static Optional<ClientApplication> withId(String id) {
    return Stream.of(values())
      .filter(client -> client.id.equals(id.toLowerCase(ROOT)))
      .findFirst();
  }
}
