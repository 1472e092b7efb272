package dev.authmethods.sandbox.graph;

import dev.authmethods.sandbox.behaviour.GraphSettings;
import dev.authmethods.sandbox.directory.Directory;
import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.MediaTypes;
import dev.authmethods.sandbox.method.AuthenticationMethods;
import dev.authmethods.sandbox.method.MethodTarget;
import dev.authmethods.sandbox.password.PasswordResets;
import dev.authmethods.sandbox.password.ResetOperations;
import dev.authmethods.sandbox.policy.AuthenticationMethodsPolicy;
import dev.authmethods.sandbox.query.ControlInformation;
import dev.authmethods.sandbox.query.ODataPath;
import dev.authmethods.sandbox.session.RevokeSignInSessions;
import dev.authmethods.sandbox.user.GetByIds;
import dev.authmethods.sandbox.user.Managers;
import dev.authmethods.sandbox.user.Paging;
import dev.authmethods.sandbox.user.Users;

/** Finds the resource that a path below the version root names. */
public final class Resources {

  private final Directory directory;
  private final Users users;
  private final Managers managers;
  private final GetByIds getByIds;
  private final Memberships memberships;
  private final AuthenticationMethods methods;
  private final RevokeSignInSessions sessions;
  private final PasswordResets passwords;
  private final ResetOperations operations;
  private final AuthenticationMethodsPolicy policy;
  private final boolean narrowPermissionsReachOthers;

  public Resources(
    Directory directory,
    GraphSettings settings,
    GetByIds getByIds,
    AuthenticationMethods methods,
    RevokeSignInSessions sessions,
    PasswordResets passwords,
    ResetOperations operations,
    AuthenticationMethodsPolicy policy,
    boolean narrowPermissionsReachOthers
  ) {
    this.directory = directory;
    var paging = new Paging(settings);
    this.users = new Users(directory, settings, paging);
    this.managers = new Managers(directory, settings);
    this.getByIds = getByIds;
    this.memberships = new Memberships(directory, paging);
    this.methods = methods;
    this.sessions = sessions;
    this.passwords = passwords;
    this.operations = operations;
    this.policy = policy;
    this.narrowPermissionsReachOthers = narrowPermissionsReachOthers;
  }

  /** Answers a call whose path is relative to the version root. */
  HttpReply answer(GraphCaller caller, HttpCall call) {
    var path = ODataPath.parse(call.path());
    MediaTypes.check(call, path.isCount());
    call.options().refuseMalformed();
    if (changesSomething(call, path)) {
      call.options().refuseUnread();
    }
    var reply = answer(caller, path, call);
    call.options().refuseUnread();
    return ControlInformation.reduced(reply, call);
  }

  private HttpReply answer(GraphCaller caller, ODataPath path, HttpCall call) {
    return switch (path.head()) {
      case "users" -> path.length() == 1 ? list(caller, call) : user(caller, path, call);
      case "me" -> user(caller, me(caller), path.from(1), call);
      case "policies" -> policies(caller, path, call);
      case "directoryobjects" -> objects(caller, path, call);
      case "groups" -> group(caller, path, call);
      case "rolemanagement" -> roles(caller, path, call);
      default -> throw GraphError.unknownSegment(path.at(0));
    };
  }

  /** True except for reads and the one action that only looks up. */
  private static boolean changesSomething(HttpCall call, ODataPath path) {
    return !call.method().equals("GET") && !path.head().equals("directoryobjects");
  }

  private HttpReply list(GraphCaller caller, HttpCall call) {
    refuseUnless(call, "GET");
    return users.list(caller, call);
  }

  private HttpReply user(GraphCaller caller, ODataPath path, HttpCall call) {
    if (path.length() == 2 && path.name(1).equals("$count")) {
      refuseUnless(call, "GET");
      return users.count(caller, call);
    }
    return user(caller, path.at(1), path.from(2), call);
  }

  private HttpReply user(GraphCaller caller, String key, ODataPath rest, HttpCall call) {
    if (rest.length() == 0) {
      refuseUnless(call, "GET");
      return users.get(caller, key, call);
    }
    return switch (rest.head()) {
      case "transitivememberof", "memberof" -> memberships(caller, key, rest, call);
      case "ownedobjects" -> {
        refuseUnless(call, "GET");
        yield memberships.ownedObjects(caller, key, rest, call);
      }
      case "manager" -> manager(caller, key, rest, call);
      case "revokesigninsessions" -> revoke(caller, key, rest, call);
      case "authentication" -> authentication(target(caller, key), rest.from(1), call);
      default -> throw GraphError.unknownSegment(rest.at(0));
    };
  }

  /** China has no resets of passwords. */
  private HttpReply authentication(MethodTarget target, ODataPath path, HttpCall call) {
    if (target.caller().cloud().isComplete() && PasswordResets.isAddressed(path)) {
      return passwords.answer(target, path, call);
    }
    return target.caller().cloud().isComplete() && ResetOperations.isAddressed(path)
      ? operations.answer(target, path, call)
      : methods.answer(target, path, call);
  }

  private HttpReply manager(GraphCaller caller, String key, ODataPath rest, HttpCall call) {
    if (rest.length() > 1) {
      throw GraphError.unknownSegment(rest.at(1));
    }
    refuseUnless(call, "GET");
    return managers.answer(caller, key, call);
  }

  private HttpReply revoke(GraphCaller caller, String key, ODataPath rest, HttpCall call) {
    if (rest.length() > 1) {
      throw GraphError.unknownSegment(rest.at(1));
    }
    refuseUnless(call, "POST");
    return sessions.answer(target(caller, key), key, call);
  }

  private HttpReply memberships(GraphCaller caller, String key, ODataPath rest, HttpCall call) {
    refuseUnless(call, "GET");
    return rest.cast(1).filter("directoryrole"::equals).isPresent()
      ? users.roles(caller, key, rest, call)
      : memberships.memberOf(caller, key, rest, call);
  }

  private MethodTarget target(GraphCaller caller, String key) {
    var self = caller.delegated() ? directory.find(caller.id()).orElse(null) : null;
    return new MethodTarget(caller, self, directory.find(key).orElse(null), narrowPermissionsReachOthers);
  }

  private HttpReply group(GraphCaller caller, ODataPath path, HttpCall call) {
    if (path.length() != 2) {
      throw GraphError.unknownSegment(path.at(path.length() - 1));
    }
    refuseUnless(call, "GET");
    return memberships.group(caller, path.at(1), call);
  }

  private HttpReply roles(GraphCaller caller, ODataPath path, HttpCall call) {
    if (path.length() != 3 || !path.name(1).equals("directory") || !path.name(2).equals("roleassignments")) {
      throw GraphError.unknownSegment(path.at(path.length() - 1));
    }
    refuseUnless(call, "GET");
    return memberships.roleAssignments(caller, call);
  }

  private HttpReply policies(GraphCaller caller, ODataPath path, HttpCall call) {
    if (path.length() != 2 || !path.name(1).equals("authenticationmethodspolicy")) {
      throw GraphError.unknownSegment(path.at(path.length() - 1));
    }
    refuseUnless(call, "GET");
    return policy.answer(caller, call);
  }

  private HttpReply objects(GraphCaller caller, ODataPath path, HttpCall call) {
    if (path.length() != 2 || !path.name(1).equals("getbyids")) {
      throw GraphError.unknownSegment(path.at(1));
    }
    refuseUnless(call, "POST");
    return getByIds.answer(caller, call);
  }

  private static String me(GraphCaller caller) {
    if (!caller.delegated()) {
      throw GraphError.of(400, "BadRequest", "/me request is only valid with delegated authentication flow.");
    }
    return caller.id();
  }

  private static void refuseUnless(HttpCall call, String method) {
    if (!call.method().equals(method)) {
      throw GraphError.verbNotAllowed();
    }
  }
}
