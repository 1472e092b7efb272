package dev.authmethods.gateway.entra;

import java.util.List;

/**
 * The permissions of Microsoft Graph of which a call needs one, the least privileged first. Source: the table of
 * permissions on the page of each operation, such as
 * https://learn.microsoft.com/graph/api/authentication-post-phonemethods
 *
 * @param delegated   those of a token that acts on behalf of a user
 * @param application those of a token of the gateway itself
 */
public record GraphPermissions(List<String> delegated, List<String> application) {
  /** Those that the call accepts. */
  public List<String> accepted(ActingAs actingAs) {
    return actingAs == ActingAs.CALLER ? delegated : application;
  }

  /**
   * Those that certainly reach other users than the one who signed in. Microsoft's pages contradict each other on
   * delegated permissions without {@code .All}. Source: https://learn.microsoft.com/graph/permissions-reference
   */
  public List<String> reachingOthers(ActingAs actingAs) {
    return actingAs == ActingAs.APPLICATION
      ? application
      : delegated
          .stream()
          .filter(name -> name.endsWith(".All"))
          .toList();
  }
}
