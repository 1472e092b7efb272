package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.set;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A phone whose number differs by a prefix, a zero or an extension is another phone. */
@GatewayTest
class SimilarNumbersTests {

  private static final String PRIVILEGED = "privileged-auth-admin";
  private static final String MEGAN = "megan@contoso.com";
  private static final String WITH_TRUNK_ZERO = "+44 07700900123";
  private static final String NUMBER = "+44 7700900123";
  private static final String PHONE =
    "/users/" + MEGAN + "/authentication/phoneMethods/3179e48a-750b-4051-897c-87b9720928f7";

  @ParameterizedTest
  @CsvSource({
    "+44 07700900123,       +44 7700900123",
    "+49 01701234567,       +49 1701234567",
    "+1 12065550120,        +1 2065550120",
    "+7 88005553535,        +7 8005553535",
    "+39 3351234567,        +39 03351234567",
    "+1 2065550120x12,      +1 2065550120",
    "+1 2065550120x12,      +1 2065550120x2",
  })
  void areRepairedBySettingTheRightOne(String stored, String number, Gateway gateway, SandboxControl sandbox) {
    store(stored, gateway, sandbox);
    var payload = gateway.as(PRIVILEGED, set(MEGAN, "MOBILE", number));
    assertThat(payload.errors()).isEmpty();
    assertThat(payload.text("effect")).isEqualTo("UPDATED");
    assertThat(sandbox.writes()).hasSize(1);
    assertThat(gateway.phonesOf(MEGAN)).containsExactly(Map.entry("MOBILE", number));
  }

  @Test
  void areLeftWhenOnlyTheSpacingDiffers(Gateway gateway, SandboxControl sandbox) {
    store(NUMBER.replace(" ", ""), gateway, sandbox);
    assertThat(gateway.as(PRIVILEGED, set(MEGAN, "MOBILE", NUMBER)).text("effect")).isEqualTo("UNCHANGED");
    assertThat(sandbox.writes()).isEmpty();
  }

  @Test
  void doNotMakeALostUpdateASuccess(Gateway gateway, SandboxControl sandbox) {
    store(WITH_TRUNK_ZERO, gateway, sandbox);
    sandbox.fault("{\"match\":{\"method\":\"PATCH\"},\"status\":504,\"times\":9}");
    assertThat(gateway.as(PRIVILEGED, update(MEGAN, "MOBILE", NUMBER)).types()).containsExactly("OutcomeUnknownError");
    assertThat(gateway.phonesOf(MEGAN)).containsExactly(Map.entry("MOBILE", WITH_TRUNK_ZERO));
  }

  @Test
  void doNotHideALostUpdateThatWasMade(Gateway gateway, SandboxControl sandbox) {
    store(WITH_TRUNK_ZERO, gateway, sandbox);
    sandbox.fault("{\"match\":{\"method\":\"PATCH\"},\"status\":504,\"apply\":true}");
    var payload = gateway.as(PRIVILEGED, update(MEGAN, "MOBILE", NUMBER));
    assertThat(payload.errors()).isEmpty();
    assertThat(payload.text("confirmation")).isEqualTo("READ_BACK");
    assertThat(gateway.phonesOf(MEGAN)).containsExactly(Map.entry("MOBILE", NUMBER));
  }

  @Test
  void areNotCalledTheSame(Gateway gateway, SandboxControl sandbox) {
    store(WITH_TRUNK_ZERO, gateway, sandbox);
    var payload = gateway.as(PRIVILEGED, add(MEGAN, "MOBILE", NUMBER));
    assertThat(payload.types()).containsExactly("PhoneTypeAlreadyRegisteredError");
    assertThat(payload.error("sameNumber")).isEqualTo("false");
  }

  @Test
  void areNotCalledTheSameWhenTheMaskHasAnotherLength(Gateway gateway, SandboxControl sandbox) {
    store(WITH_TRUNK_ZERO, gateway, sandbox);
    assertThat(gateway.as("auth-admin", add(MEGAN, "MOBILE", NUMBER)).error("sameNumber")).isEqualTo("false");
  }

  @Test
  void areNeverWritten(Gateway gateway, SandboxControl sandbox) {
    var payload = gateway.as(PRIVILEGED, update(MEGAN, "MOBILE", WITH_TRUNK_ZERO));
    assertThat(payload.types()).containsExactly("InvalidPhoneNumberError");
    assertThat(payload.error("reason")).isEqualTo("DIALING_PREFIX");
    assertThat(payload.error("suggestion")).isEqualTo(NUMBER);
    assertThat(sandbox.requests()).isEmpty();
  }

  /** What another administrator stores, with a client that does not check numbers. */
  private static void store(String number, Gateway gateway, SandboxControl sandbox) {
    sandbox.fault(
      """
      { "match": { "method": "GET", "path": "/phoneMethods" },
        "meanwhile": { "when": "before", "method": "PATCH", "path": "%s", "body": { "phoneType": "mobile", "phoneNumber": "%s" } } }
      """.formatted(PHONE, number)
    );
    assertThat(gateway.phonesOf(MEGAN)).containsKey("MOBILE");
  }
}
