package dev.authmethods.sandbox;

/**
 * The ports of the sandbox, and its choices for questions on which the documentation of Microsoft Graph contradicts
 * itself or says nothing.
 *
 * @param graphPort port of Microsoft Graph and of the controls; 0 is any free one
 * @param loginPort port of the login; 0 is any free one
 * @param selfServiceCreate whether users can create and update their own phones, as older pages say
 * @param selfServiceCreateOfEmails the same for their own email methods (unverified)
 * @param directoryPermissionForGetByIds whether getByIds needs a Directory permission, as its page says, or a permission to read
 *     users is enough
 * @param narrowPermissionsReachOthers whether a delegated permission without {@code .All} is for other users too, because the
 *     pages of phoneMethods name it as the least privileged one, or only for the signed-in user, as its own text says
 * @param conflictForSecondEmail whether a second email method is refused with 409 or, when off, with 400 (unverified)
 * @param masksEmailAddresses whether callers who see phone numbers masked see email addresses masked too (unverified)
 */
public record SandboxSettings(
  int graphPort,
  int loginPort,
  boolean selfServiceCreate,
  boolean selfServiceCreateOfEmails,
  boolean directoryPermissionForGetByIds,
  boolean narrowPermissionsReachOthers,
  boolean conflictForSecondEmail,
  boolean masksEmailAddresses
) {
  /** The ports that the documentation names, and every switch off. */
  public static SandboxSettings defaults() {
    return onPorts(8090, 8091);
  }

  /** Free ports, for tests that run side by side, and every switch off. */
  public static SandboxSettings onFreePorts() {
    return onPorts(0, 0);
  }

  /** These ports, and every switch off. */
  public static SandboxSettings onPorts(int graphPort, int loginPort) {
    return new SandboxSettings(graphPort, loginPort, false, false, false, false, false, false);
  }

  /** Lets users create and update their own phones and email methods. */
  public SandboxSettings withSelfServiceCreate() {
    return new SandboxSettings(
      graphPort,
      loginPort,
      true,
      true,
      directoryPermissionForGetByIds,
      narrowPermissionsReachOthers,
      conflictForSecondEmail,
      masksEmailAddresses
    );
  }

  /** Makes getByIds insist on a Directory permission. */
  public SandboxSettings withDirectoryPermissionForGetByIds() {
    return new SandboxSettings(
      graphPort,
      loginPort,
      selfServiceCreate,
      selfServiceCreateOfEmails,
      true,
      narrowPermissionsReachOthers,
      conflictForSecondEmail,
      masksEmailAddresses
    );
  }

  /** Lets delegated permissions without {@code .All} reach other users. */
  public SandboxSettings withNarrowPermissionsThatReachOthers() {
    return new SandboxSettings(
      graphPort,
      loginPort,
      selfServiceCreate,
      selfServiceCreateOfEmails,
      directoryPermissionForGetByIds,
      true,
      conflictForSecondEmail,
      masksEmailAddresses
    );
  }

  /** Refuses a second email method with 409. */
  public SandboxSettings withConflictForSecondEmail() {
    return new SandboxSettings(
      graphPort,
      loginPort,
      selfServiceCreate,
      selfServiceCreateOfEmails,
      directoryPermissionForGetByIds,
      narrowPermissionsReachOthers,
      true,
      masksEmailAddresses
    );
  }

  /** Masks email addresses where phone numbers are masked. */
  public SandboxSettings withMaskedEmailAddresses() {
    return new SandboxSettings(
      graphPort,
      loginPort,
      selfServiceCreate,
      selfServiceCreateOfEmails,
      directoryPermissionForGetByIds,
      narrowPermissionsReachOthers,
      conflictForSecondEmail,
      true
    );
  }
}
