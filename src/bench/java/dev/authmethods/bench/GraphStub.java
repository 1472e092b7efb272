package dev.authmethods.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** As little of Microsoft Graph as the scenarios ask for: everybody exists and has the same mobile phone. */
final class GraphStub {

  static final String NUMBER = "+1 2065555555";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern ROOT = Pattern.compile("^(/v1\\.0)?/|\\?.*$");
  private static final String PHONE = """
  {"@odata.type":"#microsoft.graph.phoneAuthenticationMethod","id":"3179e48a-750b-4051-897c-87b9720928f7",\
  "phoneNumber":"%s","phoneType":"mobile","smsSignInState":"notAllowedByPolicy"}""".formatted(NUMBER);
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
        default -> one(request.method(), path);
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
      default -> UNKNOWN;
    };
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
