package dev.authmethods.sandbox.user;

import dev.authmethods.sandbox.behaviour.GraphSettings;
import dev.authmethods.sandbox.directory.Directory;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.directory.UserProperties;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The managers of users (Microsoft Graph: List manager). */
public final class Managers {

  private final Directory directory;
  private final GraphSettings settings;

  public Managers(Directory directory, GraphSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  public HttpReply answer(GraphCaller caller, String key, HttpCall call) {
    DirectoryAccess.check(caller);
    var user = directory.find(key).orElseThrow(() -> GraphError.noSuchObject(key));
    var manager = Optional.ofNullable(user.profile().manager())
      .flatMap(directory::find)
      .orElseThrow(() -> GraphError.noSuchObject("manager"));
    var selected = UserSelection.ofRelated(call);
    BasicProfiles.check(caller, call, selected, settings.get().directory());
    var json = JsonTree.object()
      .put("@odata.context", call.graphRoot() + "/$metadata#directoryObjects/$entity")
      .put("@odata.type", "#microsoft.graph.user");
    return HttpReply.ok(json.setAll(UserProperties.only(selected, seen(caller, manager))));
  }

  private ObjectNode seen(GraphCaller caller, DirectoryUser manager) {
    return BasicProfiles.seen(caller, manager, directory.properties(manager));
  }
}
