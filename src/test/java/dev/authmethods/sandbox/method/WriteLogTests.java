package dev.authmethods.sandbox.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.phone.PhoneMethodRules;
import dev.authmethods.sandbox.phone.PhoneMethodType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The changes that were really made. */
class WriteLogTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String ADMIN_ID = "a0000000-0000-4000-8000-000000000002";
  static final String ADELE_ID = "10000000-0000-4000-8000-000000000002";
  static final String NUMBER = "+1 2065550199";

  @Test
  void sayWhatWhoWhenAndUnderWhichId() {
    var token = entra.graphToken(ADMIN);

    entra.graph("POST", Phones.of("adele"), token, Phones.phone("mobile", NUMBER), "my-id");

    var change = entra.control("GET", "/writes", "").json().path(0);
    assertThat(Instant.parse(change.path("at").asString())).isBefore(Instant.now());
    var others = JsonTree.object().put("seq", 1).put("at", change.path("at").asString()).put("user", ADELE_ID);
    others.put("operation", "create").put("phoneType", "mobile").put("phoneNumber", NUMBER);
    others.put("smsSignInState", "notAllowedByPolicy").put("by", ADMIN_ID).put("clientRequestId", "my-id");
    assertThat(change).isEqualTo(others);
  }

  @Test
  void areInTheOrderInWhichTheyWereMade() {
    entra.post(ADMIN, Phones.of("kim"), Phones.phone("mobile", NUMBER));
    entra.post(ADMIN, Phones.of("kim") + Phones.MOBILE + "/disableSmsSignIn", "");
    entra.post(ADMIN, Phones.of("kim") + Phones.MOBILE + "/enableSmsSignIn", "");
    entra.patch(ADMIN, Phones.of("kim") + Phones.MOBILE, Phones.number("+1 2065550198"));
    entra.delete(ADMIN, Phones.of("kim") + Phones.MOBILE);

    assertThat(entra.writes("seq")).containsExactly("1", "2", "3", "4", "5");
    assertThat(entra.writes("operation")).containsExactly("create", "disable", "enable", "update", "delete");
    assertThat(entra.writes("smsSignInState")).containsExactly("ready", "notEnabled", "ready", "ready", "");
    assertThat(entra.writes("phoneNumber")).containsExactly(NUMBER, NUMBER, NUMBER, "+1 2065550198", "");
  }

  @Test
  void includeWhatAnAnswerHides() {
    entra.fault("{\"match\":{\"method\":\"POST\"},\"status\":504,\"apply\":true}");
    entra.post(ADMIN, Phones.of("adele"), Phones.phone("mobile", NUMBER));
    entra.post(ADMIN, Phones.of("kim"), Phones.phone("mobile", "+1 2065550155"));

    assertThat(entra.writes("phoneNumber")).containsExactly(NUMBER, "+1 2065550155");
    assertThat(entra.writes("smsSignInState")).containsExactly("notAllowedByPolicy", "phoneNumberNotUnique");
  }

  @Test
  void leaveOutWhatWasRefusedOrNeverDone() {
    entra.fault("{\"match\":{\"method\":\"DELETE\"},\"status\":504}");
    entra.delete(ADMIN, Phones.of("megan") + Phones.MOBILE);
    entra.post(ADMIN, Phones.of("megan"), Phones.phone("mobile", NUMBER));
    entra.post("user", Phones.of("adele"), Phones.phone("mobile", NUMBER));

    assertThat(entra.writes("seq")).isEmpty();
  }

  @Test
  void tellTypeAndIdOfMethodsThatAreNoPhones() {
    var others = entra.get(ADMIN, "/users/miriam@contoso.com/authentication/softwareOathMethods").values("id");

    var path = "/users/miriam@contoso.com/authentication/softwareOathMethods/" + others.getFirst();
    assertThat(entra.delete(ADMIN, path).status()).isEqualTo(204);
    assertThat(entra.writes("operation")).containsExactly("delete");
    assertThat(entra.writes("@odata.type")).containsExactly("#microsoft.graph.softwareOathAuthenticationMethod");
    assertThat(entra.writes("id")).isEqualTo(others);
  }

  @Test
  void knowTheItemsOfABatchByTheirOwnIdOrThatOfTheBatch() {
    var item =
      "{\"id\":\"%s\",\"method\":\"DELETE\",\"url\":\"" +
      Phones.of("grady") +
      "%s\",\"headers\":{\"Content-Type\":\"application/json\"%s},\"body\":{}}";
    var body =
      "{\"requests\":[" +
      item.formatted("1", Phones.MOBILE, "") +
      "," +
      item.formatted("2", Phones.OFFICE, ",\"client-request-id\":\"own\"") +
      "]}";

    entra.graph("POST", "/$batch", entra.graphToken(ADMIN), body, "batch");

    assertThat(entra.writes("clientRequestId")).containsExactly("batch", "own");
    var entry = entra.control("GET", "/requests", "").json().path(0);
    assertThat(entry.at("/items/1/clientRequestId").asString()).isEqualTo("own");
  }

  @Test
  void endWithWhatIsThereHoweverManyWriteAtOnce() {
    var token = entra.graphToken(ADMIN);
    var path = Phones.of("megan") + Phones.MOBILE;

    IntStream.range(0, 40)
      .parallel()
      .forEach(last -> entra.graph("PATCH", path, token, Phones.number("+1 20655501" + (10 + last))));

    assertThat(entra.writes("phoneNumber")).hasSize(40).doesNotHaveDuplicates();
    assertThat(entra.phones("megan")).containsExactly("mobile " + entra.writes("phoneNumber").getLast());
  }

  @Test
  void areForgottenOnRequestAndOnReset() {
    entra.delete(ADMIN, Phones.of("megan") + Phones.MOBILE);
    assertThat(entra.control("DELETE", "/writes", "").status()).isEqualTo(204);
    assertThat(entra.writes("seq")).isEmpty();

    entra.delete(ADMIN, Phones.of("joni") + Phones.MOBILE);
    entra.control("POST", "/reset", "");
    assertThat(entra.writes("seq")).isEmpty();
  }

  @Test
  void areTheNewestOnly() {
    var log = new WriteLog();
    var user = new DirectoryUser("u", "u@contoso.com", "U U", false, false, Set.of(), null);
    var rules = new PhoneMethodRules(new MethodStore(Map.of()), false);
    var write = new MethodWrite(MethodOperation.DELETE, rules, PhoneMethodType.MOBILE.id(), "me", null);

    IntStream.rangeClosed(0, WriteLog.LIMIT).forEach(_ -> log.add(user, write, new UserMethods(List.of())));

    var kept = JsonTree.read(log.reply().body());
    assertThat(kept.size()).isEqualTo(WriteLog.LIMIT);
    assertThat(kept.at("/0/seq").asLong()).isEqualTo(2);
  }
}
