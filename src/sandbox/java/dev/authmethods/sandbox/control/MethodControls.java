package dev.authmethods.sandbox.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.authmethods.sandbox.directory.Directory;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.Passwords;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.method.Method;
import dev.authmethods.sandbox.method.MethodKind;
import dev.authmethods.sandbox.method.MethodStore;
import dev.authmethods.sandbox.method.StoredMethod;
import dev.authmethods.sandbox.pass.AccessPassSignIn;
import dev.authmethods.sandbox.phone.UserPhones;
import java.net.URLDecoder;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The controls that show the methods of one user as they are, and add some that nobody can add through Graph. */
final class MethodControls {

  private static final Pattern ADDRESS = Pattern.compile("(GET|POST) /users/([^/]+)/(\\w+)");
  private static final String TYPE = "@odata.type";

  /** Kinds whose rules have to know what was added, so that it can be added through Graph only. */
  private static final Set<MethodKind> WITH_RULES = EnumSet.of(
    MethodKind.PHONE,
    MethodKind.EMAIL,
    MethodKind.PASSWORD,
    MethodKind.ACCESS_PASS
  );

  private final Directory directory;
  private final MethodStore registrations;
  private final AccessPassSignIn passes;
  private final Passwords passwords;

  MethodControls(SandboxState state) {
    this.directory = state.directory();
    this.registrations = state.registrations();
    this.passwords = state.passwords();
    this.passes = new AccessPassSignIn(registrations, state.settings());
  }

  /**
   * The answer of one of these controls; empty when the address is none of theirs.
   *
   * @param wanted verb and path
   */
  Optional<HttpReply> answer(HttpCall call, String wanted) {
    var address = ADDRESS.matcher(wanted);
    if (!address.matches()) {
      return Optional.empty();
    }
    var user = directory.find(URLDecoder.decode(address.group(2).replace("+", "%2B"), UTF_8));
    if (user.isEmpty()) {
      return Optional.of(Control.refusal(404, "There is no such user."));
    }
    return address.group(1).equals("GET")
      ? list(user.get(), address.group(3))
      : change(user.get(), address.group(3), call);
  }

  /**
   * The methods as they are, unmasked.
   *
   * @param collection as in Microsoft Graph, or {@code phones}: these come without their ids
   */
  private Optional<HttpReply> list(DirectoryUser user, String collection) {
    var existing = registrations.of(user);
    return switch (collection) {
      case "phones" -> reply(UserPhones.of(existing).map(phone -> phone.json(false).without("id")));
      case "methods" -> reply(existing.methods().stream().map(MethodControls::typed));
      default -> MethodKind.ofCollection(collection).flatMap(kind ->
        reply(existing.of(kind).map(method -> method.json(false)))
      );
    };
  }

  private Optional<HttpReply> change(DirectoryUser user, String control, HttpCall call) {
    return switch (control) {
      case "methods" -> Optional.of(add(user, call));
      case "signIn" -> Optional.of(signIn(user, call));
      default -> Optional.empty();
    };
  }

  /** Signs in with a password or a temporary access pass, as the user would, and tells whether that is possible. */
  private HttpReply signIn(DirectoryUser user, HttpCall call) {
    var body = JsonTree.read(call.body());
    return JsonTree.text(body, "password")
      .map(password -> signInWithPassword(user, password))
      .orElseGet(() -> signInWithPass(user, body));
  }

  private HttpReply signInWithPassword(DirectoryUser user, String password) {
    return passwords.isCurrent(user, password)
      ? HttpReply.ok(JsonTree.object().put("forceChangePasswordNextSignIn", true))
      : Control.refusal(403, "The user has another password.");
  }

  private HttpReply signInWithPass(DirectoryUser user, JsonNode body) {
    var code = JsonTree.text(body, "temporaryAccessPass").orElseThrow(IllegalArgumentException::new);
    return passes
      .use(user, code)
      .map(usability -> HttpReply.ok(JsonTree.object().put("methodUsabilityReason", usability.wireName())))
      .orElseGet(() -> Control.refusal(403, "The user has no such pass."));
  }

  private static Optional<HttpReply> reply(Stream<ObjectNode> methods) {
    return Optional.of(HttpReply.ok(JsonTree.array(methods.toList())));
  }

  private static ObjectNode typed(Method method) {
    return JsonTree.object().put(TYPE, method.typeName()).setAll(method.json(false));
  }

  /** Adds a method as Graph would show it: with a type, which may be invented, and an id, which is made up where it is missing. */
  private HttpReply add(DirectoryUser user, HttpCall call) {
    var method = read(JsonTree.read(call.body()));
    registrations.put(user, method);
    return HttpReply.json(201, typed(method));
  }

  private static Method read(JsonNode body) {
    var typeName = JsonTree.text(body, TYPE).orElseThrow(IllegalArgumentException::new);
    var kind = MethodKind.ofTypeName(typeName);
    if (WITH_RULES.contains(kind)) {
      throw new IllegalArgumentException(typeName);
    }
    var id = JsonTree.text(body, "id").orElseGet(() -> UUID.randomUUID().toString());
    var properties = ((ObjectNode) body).deepCopy().without(TYPE).without("id");
    var device = body.path("device").isObject() ? (ObjectNode) body.path("device") : null;
    return new StoredMethod(id, kind, typeName, properties.without("device"), device);
  }
}
