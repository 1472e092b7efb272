package dev.authmethods.sandbox;

/**
 * Where the sandbox listens, and which of the documented alternatives it plays.
 *
 * @param graphPort port of Microsoft Graph and of the controls; 0 is any free one
 * @param loginPort port of the login; 0 is any free one
 * @param selfServiceCreate whether users may create and update phones of their own
 * @param directoryPermissionForGetByIds whether getByIds insists on a Directory permission, as its page says, or is
 *     content with one to read users
 */
public record SandboxSettings(
  int graphPort,
  int loginPort,
  boolean selfServiceCreate,
  boolean directoryPermissionForGetByIds
) {
  /** The ports that the documentation names, and every switch off. */
  public static SandboxSettings defaults() {
    return new SandboxSettings(8090, 8091, false, false);
  }

  /** Ports that nobody else uses, for tests that run side by side. */
  public static SandboxSettings onFreePorts() {
    return new SandboxSettings(0, 0, false, false);
  }

  /** Lets users create and update their own phones. */
  public SandboxSettings withSelfServiceCreate() {
    return new SandboxSettings(graphPort, loginPort, true, directoryPermissionForGetByIds);
  }

  /** Makes getByIds insist on a Directory permission. */
  public SandboxSettings withDirectoryPermissionForGetByIds() {
    return new SandboxSettings(graphPort, loginPort, selfServiceCreate, true);
  }
}
