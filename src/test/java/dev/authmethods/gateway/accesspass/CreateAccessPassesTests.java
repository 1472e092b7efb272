package dev.authmethods.gateway.accesspass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@GatewayTest
class CreateAccessPassesTests {

  private static final String ADMIN = "auth-admin";
  private static final String KIM = "kim@contoso.com";
  private static final String KIM_ID = "10000000-0000-4000-8000-000000000001";
  private static final String ADELE = "adele@contoso.com";
  private static final String DELIA = "delia@contoso.com";

  private static Map<String, Object> item(String user) {
    return Map.of("user", PhoneMutation.ref(user), "clientKey", user);
  }

  private static Reply create(Gateway gateway, Map<String, Object> input) {
    var document =
      "mutation ($input: CreateTemporaryAccessPassesInput!) { payload: createTemporaryAccessPasses(input: $input) { results { index clientKey %s confirmation replayed %s } errors { __typename ... on ExpectedError { path } } } }".formatted(
        AccessPassMutation.CREATED,
        AccessPassMutation.ERRORS
      );
    return gateway.as(ADMIN, document, Map.of("input", input));
  }

  private static Reply create(Gateway gateway, String... users) {
    return create(gateway, Map.of("items", Stream.of(users).map(CreateAccessPassesTests::item).toList()));
  }

  private static List<String> texts(Reply reply, String field) {
    return reply
      .listAt("/data/payload/results")
      .stream()
      .map(result -> result.path(field).asString(""))
      .toList();
  }

  private static List<String> types(Reply reply, int index) {
    return reply.typesAt("/data/payload/results/" + index + "/errors");
  }

  @Test
  void eachSucceedsOrFailsAlone(Gateway gateway, SandboxControl sandbox) {
    var reply = create(gateway, KIM, DELIA, "nobody@contoso.com", "avery@contoso.com", ADELE);
    assertThat(texts(reply, "clientKey")).startsWith(KIM, DELIA);
    assertThat(texts(reply, "passCodeState")).containsExactly("SHOWN", "", "", "", "SHOWN");
    assertThat(types(reply, 1)).containsExactly("AccessPassExistsError");
    assertThat(types(reply, 2)).containsExactly("UserNotFoundError");
    assertThat(types(reply, 3)).containsExactly("OwnAccountNotAllowedError");
    assertThat(reply.textAt("/data/payload/results/1/errors/0/path/2")).isEqualTo("1");
    assertThat(StoredPasses.codes(sandbox, KIM)).containsExactly(texts(reply, "passCode").getFirst());
    assertThat(StoredPasses.codes(sandbox, ADELE)).containsExactly(texts(reply, "passCode").getLast());
  }

  @Test
  void theCodesOfManyAreDifferentAndCostOneWriteEach(Gateway gateway, SandboxControl sandbox) {
    var users = IntStream.rangeClosed(1, 100)
      .mapToObj(number -> "b0000000-0000-4000-8000-%012d".formatted(number))
      .toArray(String[]::new);
    var reply = create(gateway, users);
    assertThat(texts(reply, "passCodeState")).hasSize(100).containsOnly("SHOWN");
    assertThat(new HashSet<>(texts(reply, "passCode"))).hasSize(100);
    assertThat(sandbox.requests("POST", "/temporaryAccessPassMethods")).isEqualTo(100);
    assertThat(sandbox.requests("GET", "/temporaryAccessPassMethods")).isZero();
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aUserWhoIsThereTwiceGetsOnePass(Gateway gateway, SandboxControl sandbox) {
    var reply = create(gateway, KIM, KIM);
    assertThat(texts(reply, "passCodeState")).containsExactly("SHOWN", "");
    assertThat(types(reply, 1)).containsExactly("InvalidInputError");
    assertThat(reply.textAt("/data/payload/results/1/errors/0/constraint")).isEqualTo("DistinctUser");
    assertThat(reply.textAt("/data/payload/results/1/errors/0/path/3")).isEqualTo("user");
    assertThat(StoredPasses.codes(sandbox, KIM)).containsExactly(texts(reply, "passCode").getFirst());
  }

  @Test
  void aLostCodeIsToldBesideThoseThatAreShown(Gateway gateway, SandboxControl sandbox) {
    sandbox.fault(
      """
      {"match": {"method": "POST", "path": "/users/%s/authentication/temporaryAccessPassMethods"}, "status": 504, "apply": true}
      """.formatted(KIM_ID)
    );
    var reply = create(gateway, KIM_ID, ADELE);
    assertThat(texts(reply, "passCodeState")).containsExactly("LOST", "SHOWN");
    assertThat(texts(reply, "confirmation")).containsExactly("READ_BACK", "UPSTREAM");
  }

  @Test
  void aKeyOfTheWholeShowsNoCodeAgain(Gateway gateway, SandboxControl sandbox) {
    var input = Map.of("items", List.of(item(KIM), item(ADELE)), "idempotencyKey", "whole");
    var first = create(gateway, input);
    var again = create(gateway, input);
    assertThat(texts(again, "passCodeState")).containsOnly("NOT_SHOWN_AGAIN");
    assertThat(texts(again, "replayed")).containsOnly("true");
    assertThat(texts(first, "passCode")).allSatisfy(code -> assertThat(again.text()).doesNotContain(code));
    assertThat(sandbox.requests("POST", "/temporaryAccessPassMethods")).isEqualTo(2);
  }

  @Test
  void aWrongItemIsToldAtItsPlace(Gateway gateway) {
    var wrong = Map.of("user", PhoneMutation.ref(ADELE), "lifetimeInMinutes", 5);
    var reply = create(gateway, Map.of("items", List.of(item(KIM), wrong)));
    assertThat(texts(reply, "passCodeState")).containsExactly("SHOWN", "");
    assertThat(types(reply, 1)).containsExactly("InvalidInputError");
    assertThat(reply.textAt("/data/payload/results/1/errors/0/constraint")).isEqualTo("Range");
  }

  @Test
  void tooFewAreRefusedTogether(Gateway gateway) {
    var reply = create(gateway, Map.of("items", List.of()));
    assertThat(reply.typesAt("/data/payload/errors")).containsExactly("InvalidInputError");
    assertThat(reply.listAt("/data/payload/results")).isEmpty();
  }
}
