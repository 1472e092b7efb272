package dev.authmethods.gateway.entra;

/** The parts of Microsoft Graph that have separate limits. */
public enum Service {
  /** Users and what else is in the directory. */
  DIRECTORY,
  /** The means by which users prove who they are. */
  AUTHENTICATION_METHODS,
}
