package dev.authmethods.sandbox.user;

import dev.authmethods.sandbox.behaviour.GraphSettings;
import dev.authmethods.sandbox.directory.Directory;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.directory.Role;
import dev.authmethods.sandbox.directory.UserProperties;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.query.ODataCollection;
import dev.authmethods.sandbox.query.ODataPath;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Reads of users (Microsoft Graph: List users, Get a user). */
public final class Users {

  private final Directory directory;
  private final GraphSettings settings;
  private final Paging paging;

  public Users(Directory directory, GraphSettings settings, Paging paging) {
    this.directory = directory;
    this.settings = settings;
    this.paging = paging;
  }

  /** One page; guests cannot list. */
  public HttpReply list(GraphCaller caller, HttpCall call) {
    DirectoryAccess.check(caller);
    if (directory.find(caller.id()).filter(DirectoryUser::guest).isPresent()) {
      throw GraphError.directoryDenied();
    }
    refuseInTenantsForCustomers(call);
    var selected = UserSelection.ofList(call);
    checkSelection(caller, call, selected);
    var users = all(caller).queried(call);
    var largest = SignInActivityAccess.isSelected(selected)
      ? settings.get().directory().signInActivityPage()
      : Paging.LARGEST_PAGE;
    var page = paging.page(call, users.items(), largest);
    var items = page
      .items()
      .stream()
      .map(user -> UserProperties.only(selected, user))
      .toList();
    return paging.answer(call, "users", users, new Paging.Page(page.isFirst(), items, page.next()));
  }

  /** Tenants for customers have no advanced queries (Microsoft Graph: Advanced query capabilities on Microsoft Entra ID objects). */
  private void refuseInTenantsForCustomers(HttpCall call) {
    if (settings.get().directory().forCustomers() && call.header("ConsistencyLevel").isPresent()) {
      throw GraphError.of(400, "Request_UnsupportedQuery", "Advanced queries are not supported in this tenant.");
    }
  }

  private void checkSelection(GraphCaller caller, HttpCall call, List<String> selected) {
    SignInActivityAccess.check(caller, selected, settings.get().directory());
    BasicProfiles.check(caller, call, selected, settings.get().directory());
  }

  /** How many there are, as text; an advanced query (Microsoft Graph: Use the $count query parameter). */
  public HttpReply count(GraphCaller caller, HttpCall call) {
    DirectoryAccess.check(caller);
    return all(caller).countAlone(call);
  }

  private ODataCollection all(GraphCaller caller) {
    return new ODataCollection(
      DirectoryUser.TYPE,
      directory
        .users()
        .stream()
        .map(user -> seen(caller, user))
        .toList()
    );
  }

  private ObjectNode seen(GraphCaller caller, DirectoryUser user) {
    return BasicProfiles.seen(caller, user, directory.properties(user));
  }

  public HttpReply get(GraphCaller caller, String key, HttpCall call) {
    var found = directory.find(key);
    var isSelf = found.filter(caller::is).isPresent();
    var selected = UserSelection.of(call);
    if (isSelf) {
      DirectoryAccess.checkSelf(caller);
    } else {
      DirectoryAccess.check(caller);
      BasicProfiles.check(caller, call, selected, settings.get().directory());
    }
    SignInActivityAccess.check(caller, selected, settings.get().directory());
    SignInActivityAccess.checkKey(key, selected);
    var user = found.orElseThrow(() -> GraphError.noSuchObject(key));
    var json = JsonTree.object().put("@odata.context", call.graphRoot() + "/$metadata#users/$entity");
    return HttpReply.ok(json.setAll(UserProperties.only(selected, seen(caller, user))));
  }

  /** The directory roles that a user holds (Microsoft Graph: List a user's transitive memberships). */
  public HttpReply roles(GraphCaller caller, String key, ODataPath path, HttpCall call) {
    DirectoryAccess.checkRoles(caller);
    if (path.length() > (path.isCount() ? 3 : 2)) {
      throw GraphError.unknownSegment(path.at(2));
    }
    var user = directory.find(key).orElseThrow(() -> GraphError.noSuchObject(key));
    var roles = new ODataCollection(Role.TYPE, user.roles().stream().map(Role::json).toList());
    return path.isCount() ? roles.countAlone(call) : paging.answer(call, "directoryRoles", roles);
  }
}
