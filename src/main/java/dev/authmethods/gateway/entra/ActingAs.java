package dev.authmethods.gateway.entra;

/** In whose name Microsoft Graph is called. */
public enum ActingAs {
  /** The caller's, by the on-behalf-of flow: Entra's own roles decide. */
  CALLER,
  /** The gateway's own, by its application permissions: only the gateway's checks protect the tenant. */
  APPLICATION,
}
