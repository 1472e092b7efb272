package dev.authmethods.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** As little of Microsoft Graph as the scenarios ask for: everybody exists and has the same methods, which
 * nothing takes away. */
final class GraphStub {

  static final String NUMBER = "+1 2065555555";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern ROOT = Pattern.compile("^(/v1\\.0)?/|\\?.*$");
  private static final String PHONE = """
  {"@odata.type":"#microsoft.graph.phoneAuthenticationMethod","id":"3179e48a-750b-4051-897c-87b9720928f7",\
  "phoneNumber":"%s","phoneType":"mobile","smsSignInState":"notAllowedByPolicy"}""".formatted(NUMBER);
  private static final List<String> OTHERS = List.of(
    """
    {"@odata.type":"#microsoft.graph.emailAuthenticationMethod","id":"3ddfcfc8-9383-446f-83cc-3ab9be4be18f",\
    "createdDateTime":"2024-02-01T09:30:00Z","emailAddress":"user@fabrikam.com"}""",
    """
    {"@odata.type":"#microsoft.graph.microsoftAuthenticatorAuthenticationMethod",\
    "id":"00000000-0000-0000-0001-000000000001","displayName":"Phone","deviceTag":"SoftwareTokenActivated",\
    "phoneAppVersion":"6.2401.0","createdDateTime":"2024-02-01T09:30:00Z"}""",
    """
    {"@odata.type":"#microsoft.graph.softwareOathAuthenticationMethod","id":"00000000-0000-0000-0001-000000000002",\
    "secretKey":null}""",
    """
    {"@odata.type":"#microsoft.graph.fido2AuthenticationMethod","id":"-2_GRUg2-HYz6_1YG4YRAQ2",\
    "displayName":"Security key","createdDateTime":"2024-02-01T09:30:00Z","model":"Contoso Key",\
    "aaGuid":"de1e552d-db1d-4423-a619-566b625cdc84","attestationLevel":"attested","attestationCertificates":[],\
    "passkeyType":"deviceBound"}"""
  );

  /** How many methods everybody has. */
  static final int METHODS = 1 + OTHERS.size();

  private static final Answer ALL_KINDS = new Answer(
    200,
    "{\"value\":[" + PHONE + "," + String.join(",", OTHERS) + "]}",
    1
  );
  private static final String SESSIONS = "signInSessionsValidFromDateTime";
  private static final Answer DELETED = new Answer(204, "", 1);
  private static final Answer REVOKED = new Answer(200, "{\"value\":true}", 1);
  private static final Answer PHONES = new Answer(200, "{\"value\":[" + PHONE + "]}", 1);
  private static final Answer CREATED = new Answer(201, PHONE, 1);
  private static final Answer UNKNOWN = new Answer(404, "{\"error\":{\"code\":\"Request_ResourceNotFound\"}}", 1);

  private GraphStub() {}

  /**
   * What is answered.
   *
   * @param items how many requests were in it: those of a batch, or one
   */
  record Answer(int status, String body, int items) {}

  private record Batch(List<Item> requests) {}

  private record Item(String id, String method, String url) {}

  private record Ids(List<String> ids) {}

  static Answer answer(Message request) {
    var path = path(request.target());
    try {
      return switch (path) {
        case "$batch", "%24batch" -> batch(JSON.readValue(request.body(), Batch.class));
        case "directoryObjects/getByIds", "directoryObjects/microsoft.graph.getByIds" -> users(
          JSON.readValue(request.body(), Ids.class)
        );
        default -> request.target().contains(SESSIONS) ? sessions(path) : one(request.method(), path);
      };
    } catch (JacksonException _) {
      return new Answer(400, "{\"error\":{\"code\":\"BadRequest\"}}", 1);
    }
  }

  private static Answer batch(Batch batch) {
    var responses = new StringJoiner(",", "{\"responses\":[", "]}");
    for (var item : batch.requests()) {
      var answer = one(item.method(), path(item.url()));
      responses.add(
        "{\"id\":\"" +
          item.id() +
          "\",\"status\":" +
          answer.status() +
          ",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":" +
          answer.body() +
          "}"
      );
    }
    return new Answer(200, responses.toString(), batch.requests().size());
  }

  private static Answer users(Ids wanted) {
    var users = new StringJoiner(",", "{\"value\":[", "]}");
    wanted.ids().stream().map(GraphStub::user).forEach(users::add);
    return new Answer(200, users.toString(), 1);
  }

  private static Answer one(String method, String path) {
    var parts = path.split("/", 3);
    if (parts.length < 2 || !parts[0].equals("users")) {
      return UNKNOWN;
    }
    return switch (method + " " + (parts.length == 2 ? "" : parts[2])) {
      case "GET " -> new Answer(200, user(URLDecoder.decode(parts[1], UTF_8)), 1);
      case "GET authentication/phoneMethods" -> PHONES;
      case "POST authentication/phoneMethods" -> CREATED;
      case "GET authentication/methods" -> ALL_KINDS;
      case "POST revokeSignInSessions", "POST microsoft.graph.revokeSignInSessions" -> REVOKED;
      default -> method.equals("DELETE") ? DELETED : UNKNOWN;
    };
  }

  /** The sessions always ended just now, so that each revocation finds its effect. */
  private static Answer sessions(String path) {
    var user = user(URLDecoder.decode(path.substring(path.indexOf('/') + 1), UTF_8));
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return new Answer(200, user.replaceFirst("}$", ",\"" + SESSIONS + "\":\"" + now + "\"}"), 1);
  }

  private static String user(String key) {
    var id = GUID.matcher(key).matches() ? key : UUID.nameUUIDFromBytes(key.getBytes(UTF_8)).toString();
    return (
      "{\"@odata.type\":\"#microsoft.graph.user\",\"id\":\"" +
      id +
      "\",\"displayName\":\"User " +
      id +
      "\",\"userPrincipalName\":\"" +
      id +
      "@contoso.com\"}"
    );
  }

  private static String path(String target) {
    return ROOT.matcher(target).replaceAll("");
  }
}
