package dev.authmethods.sandbox.method;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.http.GraphError;
import org.jspecify.annotations.Nullable;

/**
 * The user whose methods a call is about, as addressed, and the caller.
 *
 * @param self the caller in the directory; null for an application
 * @param narrowPermissionsReachOthers whether a delegated permission without {@code .All} is for other users too
 */
public record MethodTarget(
  GraphCaller caller,
  @Nullable DirectoryUser self,
  @Nullable DirectoryUser found,
  boolean narrowPermissionsReachOthers
) {
  /** The user, for a caller who is allowed this; only such a caller learns whether the user exists. */
  public DirectoryUser userFor(MethodAccess access, @Nullable MethodKind kind) {
    access.check(this, kind);
    if (found == null) {
      throw GraphError.noSuchMethod();
    }
    return found;
  }
}
