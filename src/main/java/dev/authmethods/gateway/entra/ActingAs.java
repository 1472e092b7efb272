package dev.authmethods.gateway.entra;

/** The identity with which the gateway calls Microsoft Graph. */
public enum ActingAs {
  /**
   * The caller's, by the on-behalf-of flow: Entra's roles decide. Source:
   * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
   */
  CALLER,
  /** The gateway's own, by its application permissions: only the gateway's checks protect the tenant. */
  APPLICATION,
}
