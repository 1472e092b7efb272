package dev.authmethods.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reads whose phone numbers are masked, whoever reads. */
class MaskedReadsTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String MASKED = "+1 XXXXXXXX01";

  @Test
  void areThoseOfAList() {
    entra.fault("{\"mask\":true}");

    assertThat(entra.get(ADMIN, Phones.of("megan")).values("phoneNumber")).containsExactly(MASKED);
    assertThat(entra.get(ADMIN, Phones.of("megan")).values("phoneNumber")).containsExactly("+1 2065550101");
  }

  @Test
  void areThoseOfOnePhone() {
    entra.fault("{\"mask\":true}");

    var answer = entra.get(ADMIN, Phones.of("megan") + Phones.MOBILE);

    assertThat(answer.json().path("phoneNumber").asString()).isEqualTo(MASKED);
    assertThat(answer.json().path("phoneType").asString()).isEqualTo("mobile");
  }

  @Test
  void areMaskedOnce() {
    entra.fault("{\"mask\":true}");

    assertThat(entra.get("auth-admin", Phones.of("megan")).values("phoneNumber")).containsExactly(MASKED);
  }

  @Test
  void mayBeItemsOfABatch() {
    entra.fault("{\"mask\":true,\"match\":{\"path\":\"/users/megan\"}}");
    var item = "{\"id\":\"%s\",\"method\":\"GET\",\"url\":\"" + Phones.of("%s") + "\"}";
    var requests = item.formatted("1", "megan") + "," + item.formatted("2", "joni");

    var answer = entra.post(ADMIN, "/$batch", "{\"requests\":[" + requests + "]}");

    assertThat(answer.body()).contains(MASKED, "+1 2065550112").doesNotContain("2065550101");
  }

  @Test
  void areNoWrites() {
    entra.fault("{\"mask\":true}");

    var created = entra.post(ADMIN, Phones.of("adele"), Phones.phone("mobile", "+1 2065550101"));

    assertThat(created.json().path("phoneNumber").asString()).isEqualTo("+1 2065550101");
    assertThat(entra.get(ADMIN, Phones.of("adele")).values("phoneNumber")).containsExactly(MASKED);
  }

  @Test
  void mayComeWithAnotherFault() {
    entra.fault("{\"mask\":true,\"headers\":{\"x-extra\":\"1\"}}");

    var answer = entra.get(ADMIN, Phones.of("megan"));

    assertThat(answer.values("phoneNumber")).containsExactly(MASKED);
    assertThat(answer.header("x-extra")).isEqualTo("1");
  }
}
