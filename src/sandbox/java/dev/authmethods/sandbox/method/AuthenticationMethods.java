package dev.authmethods.sandbox.method;

import static java.util.Objects.requireNonNull;

import dev.authmethods.sandbox.behaviour.GraphBehaviour;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.http.QueryOption;
import dev.authmethods.sandbox.query.ODataCollection;
import dev.authmethods.sandbox.query.ODataPath;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything below {@code /users/{id}/authentication} (Microsoft Graph: Authentication methods API). */
public final class AuthenticationMethods {

  private static final String QR_CODE_PIN = "#microsoft.graph.qrCodePinAuthenticationMethod";
  private static final String HARDWARE_OATH = "#microsoft.graph.hardwareOathAuthenticationMethod";

  private final MethodStore registrations;
  private final Supplier<GraphBehaviour> behaviour;
  private final MethodWrites writes;
  private final Map<MethodKind, MethodRules> rules = new EnumMap<>(MethodKind.class);

  /**
   * Builds the API.
   *
   * @param behaviour what the documentation leaves open
   * @param rules the rules of the kinds that can be created; all other kinds are only stored
   */
  public AuthenticationMethods(MethodStore registrations, Supplier<GraphBehaviour> behaviour, List<MethodRules> rules) {
    this.registrations = registrations;
    this.behaviour = behaviour;
    this.writes = new MethodWrites(registrations);
    Stream.of(MethodKind.values()).forEach(kind -> this.rules.put(kind, new StoredMethodRules(kind)));
    rules.forEach(each -> this.rules.put(each.kind(), each));
  }

  /** Answers a call whose path, from the segment after {@code authentication} on, is given. */
  public HttpReply answer(MethodTarget target, ODataPath path, HttpCall call) {
    var collection = path.at(0);
    if (collection.isEmpty()) {
      return singleton(target, call);
    }
    if (path.isCount()) {
      throw GraphError.unknownSegment(path.at(path.length() - 1));
    }
    var cloud = target.caller().cloud();
    if (cloud.isComplete() && collection.equalsIgnoreCase("methods")) {
      return all(target, path, call);
    }
    var kind = MethodKind.ofCollection(collection)
      .filter(each -> each.isOfferedIn(cloud))
      .orElseThrow(() -> GraphError.unknownSegment(collection));
    return switch (path.length()) {
      case 1 -> collection(target, kind, call);
      case 2 -> single(target, kind, path.at(1), call);
      default -> action(target, kind, path, call);
    };
  }

  private HttpReply singleton(MethodTarget target, HttpCall call) {
    refuseUnless(call, "GET");
    var user = target.userFor(MethodAccess.READ, null);
    return HttpReply.ok(
      JsonTree.object()
        .put("@odata.context", context(call, user, ""))
        .put("id", user.id())
    );
  }

  /** The methods of all kinds together can be read, not written: the service behind does not know such an address. */
  private HttpReply all(MethodTarget target, ODataPath path, HttpCall call) {
    if (!call.method().equals("GET")) {
      throw GraphError.noHttpResource(target.userFor(MethodAccess.WRITE, null).id(), path.at(1));
    }
    if (path.length() == 1) {
      return list(target, null, "/methods", call);
    }
    if (path.length() > 2) {
      throw GraphError.unknownSegment(path.at(2));
    }
    return path
      .cast(1)
      .map(type -> list(target, MethodKind.ofType(type), "/methods/microsoft.graph." + type, call))
      .orElseGet(() -> get(target, null, path.at(1), call));
  }

  private HttpReply collection(MethodTarget target, MethodKind kind, HttpCall call) {
    return switch (call.method()) {
      case "GET" -> list(target, kind, "/" + kind.collection(), call);
      case "POST" -> writes.create(target, rules(kind), call);
      default -> throw GraphError.verbNotAllowed();
    };
  }

  private HttpReply single(MethodTarget target, MethodKind kind, String id, HttpCall call) {
    return switch (call.method()) {
      case "GET" -> get(target, kind, id, call);
      case "PATCH" -> writes.update(target, rules(kind), id, call);
      case "DELETE" -> writes.delete(target, rules(kind), id, call);
      default -> throw GraphError.verbNotAllowed();
    };
  }

  /** Without sign-in by text message, China has no actions. */
  private HttpReply action(MethodTarget target, MethodKind kind, ODataPath path, HttpCall call) {
    var operation = rules(kind)
      .action(path.name(2))
      .filter(_ -> path.length() == 3 && target.caller().cloud().isComplete())
      .orElseThrow(() -> GraphError.unknownSegment(path.at(2)));
    refuseUnless(call, "POST");
    return writes.act(operation, target, rules(kind), path.at(1), call);
  }

  private HttpReply list(MethodTarget target, @Nullable MethodKind kind, String context, HttpCall call) {
    var user = target.userFor(MethodAccess.READ, kind);
    var masked = MethodAccess.isMasked(target.caller(), user);
    var type = MethodKind.typeOf(kind);
    var items = held(target, user, kind)
      .map(method -> json(method, masked, kind == null))
      .toList();
    var json = JsonTree.object().put("@odata.context", context(call, user, context));
    json.set("value", JsonTree.array(new ODataCollection(type, items).filtered(call).selected(call)));
    return HttpReply.ok(json);
  }

  private HttpReply get(MethodTarget target, @Nullable MethodKind kind, String id, HttpCall call) {
    var user = target.userFor(MethodAccess.READ, kind);
    var method = find(target, user, kind, id);
    var masked = MethodAccess.isMasked(target.caller(), user);
    var collection = "/" + (kind == null ? "methods" : kind.collection());
    var json = JsonTree.object().put("@odata.context", context(call, user, collection) + "/$entity");
    var item = json(method, masked, kind == null);
    if (expandsDevice(kind, call)) {
      item.set("device", device(target, method));
    }
    var selected = new ODataCollection(MethodKind.typeOf(kind), List.of(item)).selected(call);
    return HttpReply.ok(json.setAll(selected.getFirst()));
  }

  /** A client can expand the device of a single method whose kind can be bound to one. */
  private static boolean expandsDevice(@Nullable MethodKind kind, HttpCall call) {
    var isDevice = call.options().peek(QueryOption.EXPAND).filter("device"::equalsIgnoreCase).isPresent();
    if (kind == null || !kind.isBoundToADevice() || !isDevice) {
      return false;
    }
    call.options().read(QueryOption.EXPAND);
    return true;
  }

  private JsonNode device(MethodTarget target, Method method) {
    var isHidden = behaviour.get().devicePermission() && !target.caller().mayAny("Device.Read.All");
    return (isHidden ? Optional.<ObjectNode>empty() : method.device())
      .<JsonNode>map(device -> device)
      .orElseGet(JsonTree.object()::nullNode);
  }

  private Method find(MethodTarget target, DirectoryUser user, @Nullable MethodKind kind, String id) {
    return held(target, user, kind)
      .filter(method -> method.isNamed(id))
      .findFirst()
      .orElseThrow(GraphError::noSuchMethod);
  }

  private Stream<Method> held(MethodTarget target, DirectoryUser user, @Nullable MethodKind kind) {
    return registrations
      .of(user)
      .methods()
      .stream()
      .filter(method -> kind == null || method.kind() == kind)
      .filter(method -> isListed(method, target));
  }

  private boolean isListed(Method method, MethodTarget target) {
    return (
      method.kind().isOfferedIn(target.caller().cloud()) &&
      switch (method.typeName()) {
        case QR_CODE_PIN -> behaviour.get().listQrCodePin();
        case HARDWARE_OATH -> behaviour.get().listHardwareOath();
        default -> true;
      }
    );
  }

  /** In the collection of all kinds each item says which it is. */
  private ObjectNode json(Method method, boolean masked, boolean typed) {
    var json = JsonTree.object();
    if (typed) {
      json.put("@odata.type", method.typeName());
    }
    return json.setAll(rules(method.kind()).json(method, masked));
  }

  private MethodRules rules(MethodKind kind) {
    return requireNonNull(rules.get(kind));
  }

  private static String context(HttpCall call, DirectoryUser user, String rest) {
    return call.graphRoot() + "/$metadata#users('" + user.id() + "')/authentication" + rest;
  }

  private static void refuseUnless(HttpCall call, String method) {
    if (!call.method().equals(method)) {
      throw GraphError.verbNotAllowed();
    }
  }
}
