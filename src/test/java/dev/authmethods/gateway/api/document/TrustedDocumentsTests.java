package dev.authmethods.gateway.api.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import tools.jackson.databind.json.JsonMapper;

/** Documents on the list are asked for by hash; where nothing else is let in, nothing else is executed. */
@GatewayTest
@CapturesLog
class TrustedDocumentsTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String LISTED = "query Who { viewer { objectId } }";
  private static final String LISTED_HASH = TrustedDocumentFile.hashOf(LISTED);
  private static final String OTHER = "{ viewer { tenantId } }";
  private static final String OTHER_HASH = TrustedDocumentFile.hashOf(OTHER);

  private static final String MUTATION =
    "mutation Off { disableSmsSignIn(input: { user: { id: \"x\" } }) { errors { __typename } } }";

  private final SandboxControl sandbox;
  private final Path file;

  TrustedDocumentsTests(SandboxControl sandbox, @TempDir Path folder) {
    this.sandbox = sandbox;
    this.file = folder.resolve("documents.json");
  }

  private Gateway start(Map<String, String> documents, String... more) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(documents));
    var settings = new String[more.length + 1];
    settings[0] = "gateway.api.trusted-documents.location=" + file.toUri();
    System.arraycopy(more, 0, settings, 1, more.length);
    return Gateway.start(sandbox, settings);
  }

  private Reply post(Gateway gateway, Map<String, ?> body) {
    return gateway.post(sandbox.token("auth-admin"), JSON.writeValueAsString(body));
  }

  private static Map<String, ?> persisted(String hash) {
    return Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
  }

  private static void assertAnswered(Reply reply) {
    assertThat(reply.at("/errors").isMissingNode()).as(reply.text()).isTrue();
    assertThat(reply.at("/data/viewer").size()).isEqualTo(1);
  }

  private static void assertRefused(Reply reply, String code) {
    assertThat(reply.textAt("/errors/0/extensions/code")).as(reply.text()).isEqualTo(code);
    assertThat(reply.at("/data").isMissingNode()).isTrue();
  }

  @Test
  void areAskedForByTheirHashBesideOthers() throws IOException {
    try (var gateway = start(Map.of(LISTED_HASH, LISTED))) {
      assertAnswered(post(gateway, Map.of("documentId", LISTED_HASH)));
      assertAnswered(post(gateway, Map.of("documentId", "sha256:" + LISTED_HASH)));
      assertAnswered(post(gateway, Map.of("extensions", persisted(LISTED_HASH))));
      assertAnswered(post(gateway, Map.of("documentId", LISTED_HASH, "query", LISTED)));
      assertAnswered(post(gateway, Map.of("query", OTHER)));
      assertRefused(post(gateway, Map.of("documentId", LISTED_HASH, "query", OTHER)), "DOCUMENT_ID_MISMATCH");
      assertRefused(post(gateway, Map.of("documentId", OTHER_HASH)), "DOCUMENT_NOT_TRUSTED");
      assertThat(post(gateway, Map.of("variables", Map.of())).status()).isEqualTo(400);
    }
  }

  @Test
  void mayBeDescribed() throws IOException {
    var document = "\"\"\"\nWho \"asks\".\n\"\"\"\n" + LISTED;
    var hash = TrustedDocumentFile.hashOf(document);
    try (var gateway = start(Map.of(hash, document), "gateway.api.trusted-documents.only=true")) {
      assertAnswered(post(gateway, Map.of("documentId", hash)));
      assertAnswered(post(gateway, Map.of("extensions", persisted(hash), "query", document)));
      assertRefused(post(gateway, Map.of("query", LISTED)), "DOCUMENT_NOT_TRUSTED");
    }
  }

  private Reply ask(Gateway gateway, String method, Map<String, String> parameters) {
    var encoded = parameters
      .entrySet()
      .stream()
      .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
      .collect(Collectors.joining("&"));
    return gateway.send(
      gateway
        .to("/graphql?" + encoded)
        .header("Authorization", "Bearer " + sandbox.token("auth-admin"))
        .method(method, BodyPublishers.noBody())
    );
  }

  @Test
  void areAskedForInTheAddressToo() throws IOException {
    try (var gateway = start(Map.of(LISTED_HASH, LISTED), "gateway.api.trusted-documents.only=true")) {
      assertAnswered(ask(gateway, "GET", Map.of("documentId", LISTED_HASH)));
      assertAnswered(ask(gateway, "GET", Map.of("documentId", "sha256:" + LISTED_HASH.toUpperCase(Locale.ROOT))));
      assertAnswered(ask(gateway, "GET", Map.of("extensions", JSON.writeValueAsString(persisted(LISTED_HASH)))));
      assertThat(ask(gateway, "HEAD", Map.of("documentId", LISTED_HASH)).status()).isEqualTo(200);
      assertRefused(ask(gateway, "GET", Map.of("documentId", OTHER_HASH)), "DOCUMENT_NOT_TRUSTED");
      assertRefused(ask(gateway, "GET", Map.of("query", OTHER)), "DOCUMENT_NOT_TRUSTED");
      assertRefused(ask(gateway, "GET", Map.of("documentId", LISTED_HASH, "query", OTHER)), "DOCUMENT_ID_MISMATCH");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = { "GET", "HEAD" })
  void areNotExecutedWhenTheyAreMutationsAskedForInTheAddress(String method) throws IOException {
    var hash = TrustedDocumentFile.hashOf(MUTATION);
    try (var gateway = start(Map.of(hash, MUTATION))) {
      var refused = ask(gateway, method, Map.of("documentId", hash));
      assertThat(refused.status()).isEqualTo(405);
      assertThat(refused.header("Allow")).isEqualTo("POST");
      assertThat(sandbox.requests()).isEmpty();
      assertThat(post(gateway, Map.of("documentId", hash)).at("/data/disableSmsSignIn").isObject()).isTrue();
    }
  }

  @Test
  void haveAnIdThatIsText() throws IOException {
    try (var gateway = start(Map.of(LISTED_HASH, LISTED))) {
      var reply = post(gateway, Map.of("documentId", 1, "query", LISTED));
      assertRefused(reply, "WRONG_TYPE");
      assertThat(reply.textAt("/errors/0/message")).isEqualTo("documentId must be a string.");
    }
  }

  @Test
  void areNeverAddedByClients() throws IOException {
    try (var gateway = start(Map.of(LISTED_HASH, LISTED))) {
      var unknown = post(gateway, Map.of("extensions", persisted(OTHER_HASH)));
      assertRefused(unknown, "PERSISTED_QUERY_NOT_FOUND");
      assertThat(unknown.textAt("/errors/0/message")).isEqualTo("PersistedQueryNotFound");
      assertAnswered(post(gateway, Map.of("extensions", persisted(OTHER_HASH), "query", OTHER)));
      assertRefused(post(gateway, Map.of("extensions", persisted(OTHER_HASH))), "PERSISTED_QUERY_NOT_FOUND");
      assertRefused(
        post(gateway, Map.of("extensions", persisted(LISTED_HASH), "query", OTHER)),
        "DOCUMENT_ID_MISMATCH"
      );
    }
  }

  @Test
  void areTheOnlyOnesExecutedWhenNoOthersAreAccepted() throws IOException {
    try (var gateway = start(Map.of(LISTED_HASH, LISTED), "gateway.api.trusted-documents.only=true")) {
      assertAnswered(post(gateway, Map.of("documentId", LISTED_HASH)));
      assertAnswered(post(gateway, Map.of("query", LISTED)));
      assertRefused(post(gateway, Map.of("query", OTHER)), "DOCUMENT_NOT_TRUSTED");
      assertRefused(post(gateway, Map.of("query", LISTED + " ")), "DOCUMENT_NOT_TRUSTED");
      assertRefused(post(gateway, Map.of("query", "{ __schema { queryType { name } } }")), "DOCUMENT_NOT_TRUSTED");
      assertRefused(post(gateway, Map.of("extensions", persisted(OTHER_HASH), "query", OTHER)), "DOCUMENT_NOT_TRUSTED");
    }
  }

  @Test
  void stopTheStartWhenTheyCouldNotBeExecuted(CapturedOutput log) {
    var invalid = "{ nothing }";
    var unreadable = "{";
    var tooLong = "{ viewer { " + "objectId @include(if: true) ".repeat(700) + "} }";
    var tooMuch = "{ viewer { objectId " + "a: objectId ".repeat(31) + "} }";
    var documents = Map.of(
      TrustedDocumentFile.hashOf(invalid),
      invalid,
      TrustedDocumentFile.hashOf(unreadable),
      unreadable,
      TrustedDocumentFile.hashOf(tooLong),
      tooLong,
      TrustedDocumentFile.hashOf(tooMuch),
      tooMuch
    );
    assertThat(catchThrowable(() -> start(documents))).isNotNull();
    assertThat(log.getAll()).contains("The gateway cannot use its trusted documents").contains(documents.keySet());
  }

  @Test
  void stopTheStartUnderAWrongHash(CapturedOutput log) {
    assertThat(catchThrowable(() -> start(Map.of(OTHER_HASH, LISTED)))).isNotNull();
    assertThat(log.getAll()).contains(OTHER_HASH + " is not the SHA-256 of its text");
  }

  @ParameterizedTest
  @ValueSource(
    strings = { "", "null", "[]", "{", "{ \"a\": null }", "{ \"a\": { \"text\": \"{ viewer { objectId } }\" } }" }
  )
  void stopTheStartWhenTheyAreNoList(String content, CapturedOutput log) throws IOException {
    Files.writeString(file, content);
    var location = "gateway.api.trusted-documents.location=" + file.toUri();
    assertThat(catchThrowable(() -> Gateway.start(sandbox, location))).isNotNull();
    assertThat(log.getAll()).contains("documents.json] cannot be read, or is no JSON object of texts");
  }

  @Test
  void stopTheStartWhenTheyAreMissing(CapturedOutput log) {
    assertThat(catchThrowable(() -> Gateway.start(sandbox, "gateway.api.trusted-documents.only=true"))).isNotNull();
    assertThat(log.getAll()).contains("gateway.api.trusted-documents.location is needed");
  }
}
