package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@GatewayTest
class DeletePhoneMethodTests {

  private static final String ADMIN = "auth-admin";
  private static final String ALEX = "alex@contoso.com";
  private static final String MEGAN = "megan@contoso.com";

  @Nested
  class DeletesAPhone {

    @Test
    void takesItAway(Gateway gateway, SandboxControl sandbox) {
      assertThat(gateway.as(ADMIN, delete(MEGAN, "MOBILE")).errors()).isEmpty();
      assertThat(sandbox.writes()).hasSize(1);
      assertThat(gateway.phonesOf(MEGAN)).isEmpty();
    }

    @Test
    void answersWithTheIdThatThePhoneHad(Gateway gateway) {
      var megan = "10000000-0000-4000-8000-000000000011";
      var phones = "query ($by: UserRef!) { user(by: $by) { phoneMethods { id } } }";
      var id = gateway.as(ADMIN, phones, Map.of("by", PhoneMutation.ref(megan))).textAt("/data/user/phoneMethods/0/id");
      assertThat(gateway.as(ADMIN, delete(megan, "MOBILE")).text("deletedPhoneMethodId"))
        .isNotEmpty()
        .isEqualTo(id);
    }

    @Test
    void leavesTheOthers(Gateway gateway) {
      gateway.as(ADMIN, delete("grady@contoso.com", "MOBILE"));
      assertThat(gateway.phonesOf("grady@contoso.com")).containsOnlyKeys("OFFICE");
    }

    @Test
    void costsTwoUpstreamCalls(Gateway gateway, SandboxControl sandbox) {
      gateway.as(ADMIN, delete("10000000-0000-4000-8000-000000000011", "MOBILE"));
      assertThat(sandbox.asked()).hasSize(2);
    }

    @Test
    void answersTheIdThatThePhoneWasListedWith(Gateway gateway) {
      var listed = gateway
        .as(ADMIN, "{ user(by: {userPrincipalName: \"megan@contoso.com\"}) { phoneMethods { id } } }")
        .textAt("/data/user/phoneMethods/0/id");
      assertThat(gateway.as(ADMIN, delete(MEGAN, "MOBILE")).reply().textAt("/data/payload/deletedPhoneMethodId"))
        .isEqualTo(listed)
        .isNotEmpty();
    }
  }

  @Nested
  class AlternateMobileBeforeMobile {

    @Test
    void refusesTheMobileWhileThereIsAnAlternate(Gateway gateway) {
      var payload = gateway.as(ADMIN, delete(ALEX, "MOBILE"));
      assertThat(payload.error("__typename")).isEqualTo("MobilePhoneStillNeededError");
      assertThat(payload.error().path("dependent").path("phoneType").stringValue()).isEqualTo("ALTERNATE_MOBILE");
      assertThat(payload.text("deletedPhoneMethodId")).isEmpty();
      assertThat(gateway.phonesOf(ALEX)).containsOnlyKeys("MOBILE", "ALTERNATE_MOBILE");
    }

    @Test
    void isKnownBeforeAnythingIsWritten(Gateway gateway, SandboxControl sandbox) {
      gateway.as(ADMIN, delete(ALEX, "MOBILE").withoutIds());
      assertThat(sandbox.asked()).hasSize(1);
    }

    @Test
    void letsTheAlternateAndThenTheMobileGo(Gateway gateway) {
      assertThat(gateway.as(ADMIN, delete(ALEX, "ALTERNATE_MOBILE")).errors()).isEmpty();
      assertThat(gateway.as(ADMIN, delete(ALEX, "MOBILE")).errors()).isEmpty();
      assertThat(gateway.phonesOf(ALEX)).isEmpty();
    }
  }

  @Nested
  class TheDefaultMethodLast {

    @Test
    void refusesItWhileThereAreOthers(Gateway gateway) {
      var payload = gateway.as(ADMIN, delete("isaiah@contoso.com", "MOBILE"));
      assertThat(payload.error("__typename")).isEqualTo("DefaultMethodError");
      assertThat(payload.error("path")).isEqualTo("input,phoneType");
    }

    @Test
    void letsItGoWhenItIsTheOnlyOne(Gateway gateway) {
      assertThat(gateway.as(ADMIN, delete("joni@contoso.com", "MOBILE")).errors()).isEmpty();
    }
  }

  @Nested
  class ThePhoneIsHeld {

    @Test
    void listsTheTypesThatTheUserHas(Gateway gateway) {
      var payload = gateway.as(ADMIN, delete(MEGAN, "OFFICE"));
      assertThat(payload.error("__typename")).isEqualTo("PhoneMethodNotFoundError");
      assertThat(payload.error("registeredTypes")).isEqualTo("MOBILE");
    }

    @Test
    void refusesTheSecondOfTwoDeletions(Gateway gateway) {
      gateway.as(ADMIN, delete(MEGAN, "MOBILE"));
      assertThat(gateway.as(ADMIN, delete(MEGAN, "MOBILE")).types()).containsExactly("PhoneMethodNotFoundError");
    }
  }

  @Nested
  class TheOwnAccount {

    @Test
    void isNotKeptFromAnybody(Gateway gateway) {
      assertThat(gateway.as(ADMIN, delete("avery@contoso.com", "MOBILE")).types()).containsExactly(
        "PhoneMethodNotFoundError"
      );
    }
  }

  @Nested
  class TheInputIsRight {

    @Test
    void asksForTheType(Gateway gateway, SandboxControl sandbox) {
      assertThat(gateway.as(ADMIN, delete(MEGAN, "MOBILE").with("phoneType", null)).types()).containsExactly(
        "PhoneTypeRequiredError"
      );
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Nested
  class AnAnswerThatIsLost {

    @Test
    void isSettledByLookingAtTheUser(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"method\":\"DELETE\"},\"apply\":true,\"status\":504}");
      var payload = gateway.as(ADMIN, delete(MEGAN, "MOBILE"));
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.text("deletedPhoneMethodId")).isNotEmpty();
      assertThat(sandbox.writes()).hasSize(1);
    }
  }
}
