package dev.authmethods.gateway.error;

import java.util.List;

/**
 * What an operation needs.
 *
 * @param permissions the permissions of which one is needed, the least privileged first
 * @param roles       the Entra roles of which one is needed; empty when an application asks in its own name
 */
public record Permissions(List<String> permissions, List<String> roles) {
  /** The error for a caller who lacks them. */
  public PermissionDeniedError denied(List<String> path) {
    return new PermissionDeniedError(path, permissions, roles);
  }
}
