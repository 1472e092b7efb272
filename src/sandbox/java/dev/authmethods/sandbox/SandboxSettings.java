package dev.authmethods.sandbox;

/**
 * Where the sandbox listens, and which of the documented alternatives it plays.
 *
 * @param graphPort port of Microsoft Graph and of the controls; 0 is any free one
 * @param loginPort port of the login; 0 is any free one
 * @param selfServiceCreate whether users may create and update phones of their own
 * @param directoryPermissionForGetByIds whether getByIds insists on a Directory permission, as its page says, or is
 *     content with one to read users
 * @param narrowPermissionsReachOthers whether a delegated permission without {@code .All}, such as the least privileged that the
 *     pages of phoneMethods name, is for other users too, or only for the user who signed in, as the permissions' own texts say
 */
public record SandboxSettings(
  int graphPort,
  int loginPort,
  boolean selfServiceCreate,
  boolean directoryPermissionForGetByIds,
  boolean narrowPermissionsReachOthers
) {
  /** The ports that the documentation names, and every switch off. */
  public static SandboxSettings defaults() {
    return new SandboxSettings(8090, 8091, false, false, false);
  }

  /** Ports that nobody else uses, for tests that run side by side. */
  public static SandboxSettings onFreePorts() {
    return new SandboxSettings(0, 0, false, false, false);
  }

  /** Lets users create and update their own phones. */
  public SandboxSettings withSelfServiceCreate() {
    return new SandboxSettings(
      graphPort,
      loginPort,
      true,
      directoryPermissionForGetByIds,
      narrowPermissionsReachOthers
    );
  }

  /** Makes getByIds insist on a Directory permission. */
  public SandboxSettings withDirectoryPermissionForGetByIds() {
    return new SandboxSettings(graphPort, loginPort, selfServiceCreate, true, narrowPermissionsReachOthers);
  }

  /** Lets delegated permissions without {@code .All} reach other users. */
  public SandboxSettings withNarrowPermissionsThatReachOthers() {
    return new SandboxSettings(graphPort, loginPort, selfServiceCreate, directoryPermissionForGetByIds, true);
  }
}
