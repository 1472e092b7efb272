package dev.authmethods.gateway.user;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.method.ObjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller, as the gateway sees it. */
record Viewer(ObjectId objectId, String tenantId, @Nullable String username, List<String> roles) {
  static Viewer of(Caller caller) {
    var roles = caller.roles().stream().map(DirectoryRole::nameOf).toList();
    return new Viewer(caller.objectId(), caller.tenantId(), caller.username(), roles);
  }
}
