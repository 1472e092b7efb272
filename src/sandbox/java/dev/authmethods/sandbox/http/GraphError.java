package dev.authmethods.sandbox.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Microsoft Graph's refusal (Microsoft Graph: Error responses and resource types). */
public final class GraphError extends RuntimeException {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(
    ZoneOffset.UTC
  );

  public static final String CHALLENGE =
    "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", client_id=\"" +
    Tenant.GRAPH +
    "\"";

  private final int status;
  private final @Nullable String code;
  private final String text;

  private GraphError(int status, @Nullable String code, String text) {
    super(text, null, false, false);
    this.status = status;
    this.code = code;
    this.text = text;
  }

  public static GraphError of(int status, @Nullable String code, String text) {
    return new GraphError(status, code, text);
  }

  /** A refused request, in the code of the dialect that answers. */
  public static GraphError badRequest(String text) {
    return new GraphError(400, null, text);
  }

  /** The service answers in JSON alone (Microsoft Graph: Error responses and resource types). */
  static GraphError notAcceptable() {
    var text = "The server can answer in application/json only, which the client does not accept.";
    return new GraphError(406, "NotAcceptable", text);
  }

  public static GraphError nothingToUpdate() {
    return badRequest("The request contains nothing to update.");
  }

  public static GraphError invalidToken(String text) {
    return new GraphError(401, "InvalidAuthenticationToken", text);
  }

  public static GraphError throttled() {
    return new GraphError(429, null, "Please retry again later.");
  }

  public static GraphError directoryDenied() {
    return new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
  }

  public static GraphError methodsDenied() {
    return new GraphError(403, "accessDenied", "Request Authorization failed");
  }

  public static GraphError noSuchObject(String id) {
    var text = "Resource '" + id + "' does not exist or one of its queried reference-property objects are not present.";
    return new GraphError(404, "Request_ResourceNotFound", text);
  }

  public static GraphError noSuchMethod() {
    return new GraphError(404, "resourceNotFound", "The requested resource was not found.");
  }

  public static GraphError unknownSegment(String segment) {
    return new GraphError(400, "BadRequest", "Resource not found for the segment '" + segment + "'.");
  }

  public static GraphError verbNotAllowed() {
    var text = "Specified HTTP method is not allowed for the request target.";
    return new GraphError(405, "Request_BadRequest", text);
  }

  /** The error of the service behind Graph, which Graph passes on when that service does not know an address. */
  public static GraphError noHttpResource(String userId, String methodId) {
    var address = "https://mface.windowsazure.com/odata/users('" + userId + "@" + Tenant.CONTOSO + "')";
    var resource = address + "/authentication/methods('" + methodId + "')";
    var text = "No HTTP resource was found that matches the request URI '" + resource + "'.";
    var json = JsonTree.object().put("Message", text);
    json.put("MessageDetail", "No type was found that matches the controller named 'users'.");
    return new GraphError(404, "UnknownError", json.toString());
  }

  /** The words of the directory, which keeps the keys: Graph passes them on as a document within the message. */
  public static GraphError ofTheDirectoryBehind(int status, String text) {
    var json = JsonTree.object();
    var error = json.putObject("odata.error").put("code", "Authorization_RequestDenied");
    error.putObject("message").put("lang", "en").put("value", text);
    error.put("requestId", UUID.randomUUID().toString()).put("date", DATE.format(Instant.now()));
    return new GraphError(status, null, json.toString());
  }

  public HttpReply reply(ErrorDialect dialect, RequestIds ids) {
    var inner = JsonTree.object();
    if (dialect == ErrorDialect.AUTHENTICATION_METHODS && status != 401) {
      inner.put("message", text);
    }
    if (status == 429) {
      inner.put("code", "429").put("message", "Please retry after").put("status", "429");
    }
    inner.put("date", DATE.format(Instant.now()));
    inner.put("request-id", ids.own()).put("client-request-id", ids.client());
    var reply = HttpReply.json(status, envelope(dialect, inner));
    return status == 401 ? reply.with("WWW-Authenticate", CHALLENGE) : reply;
  }

  private ObjectNode envelope(ErrorDialect dialect, ObjectNode inner) {
    var json = JsonTree.object();
    var error = json
      .putObject("error")
      .put("code", code == null ? dialect.code(status) : code)
      .put("message", text);
    error.set("innerError", inner);
    return json;
  }
}
