package dev.authmethods.gateway.entra;

/** In whose name Microsoft Graph is called. */
public enum ActingAs {
  /** The caller's, by the on-behalf-of flow: Entra's own roles decide. */
  CALLER,
  /** The gateway's own, by its application permissions: the gateway's checks are all that stands before the tenant. */
  APPLICATION,
}
