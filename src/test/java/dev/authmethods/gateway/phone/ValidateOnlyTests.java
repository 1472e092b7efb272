package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static dev.authmethods.gateway.fixtures.PhoneMutation.disableSmsSignIn;
import static dev.authmethods.gateway.fixtures.PhoneMutation.enableSmsSignIn;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@GatewayTest
class ValidateOnlyTests {

  private static final String ADMIN = "auth-admin";
  private static final String NUMBER = "+1 2065550123";

  @ParameterizedTest
  @MethodSource("right")
  void writesNothing(PhoneMutation change, Gateway gateway, SandboxControl sandbox) {
    var payload = gateway.as(ADMIN, change.validateOnly());
    assertThat(payload.errors()).isEmpty();
    assertThat(payload.phone("id") + payload.text("deletedPhoneMethodId")).isEmpty();
    assertThat(sandbox.asked()).isNotEmpty();
    assertThat(sandbox.writes()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void answersWhatTheChangeItselfWould(PhoneMutation change, Gateway gateway, SandboxControl sandbox) {
    var beforehand = gateway.as(ADMIN, change.validateOnly());
    assertThat(sandbox.writes()).isEmpty();
    assertThat(beforehand.errors()).isNotEmpty().isEqualTo(gateway.as(ADMIN, change).errors());
  }

  @Test
  void asksNothingUpstreamAboutAMalformedNumber(Gateway gateway, SandboxControl sandbox) {
    gateway.as(ADMIN, add("kim@contoso.com", "MOBILE", "2065550123").validateOnly());
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void readsThePhonesOnce(Gateway gateway, SandboxControl sandbox) {
    gateway.as(ADMIN, add("kim@contoso.com", "MOBILE", NUMBER).validateOnly());
    assertThat(sandbox.asked()).singleElement().asString().startsWith("GET /users/").endsWith("/phoneMethods");
  }

  static Stream<PhoneMutation> right() {
    return Stream.of(
      add("kim@contoso.com", "MOBILE", NUMBER),
      update("megan@contoso.com", "MOBILE", NUMBER),
      delete("alex@contoso.com", "ALTERNATE_MOBILE"),
      enableSmsSignIn("patti@contoso.com"),
      disableSmsSignIn("lee@contoso.com")
    );
  }

  static Stream<PhoneMutation> wrong() {
    return Stream.of(
      add("kim@contoso.com", "MOBILE", "+12065550123").without("phoneType"),
      add("megan@contoso.com", "MOBILE", NUMBER),
      add("adele@contoso.com", "ALTERNATE_MOBILE", NUMBER),
      add("avery@contoso.com", "MOBILE", NUMBER),
      add("nobody@contoso.com", "MOBILE", NUMBER),
      update("grady@contoso.com", "ALTERNATE_MOBILE", NUMBER),
      update("avery@contoso.com", "MOBILE", NUMBER),
      delete("alex@contoso.com", "MOBILE"),
      delete("nestor@contoso.com", "MOBILE"),
      enableSmsSignIn("diego@contoso.com").with("phoneType", "OFFICE"),
      enableSmsSignIn("megan@contoso.com"),
      enableSmsSignIn("pradeep@contoso.com"),
      disableSmsSignIn("kim@contoso.com")
    );
  }
}
