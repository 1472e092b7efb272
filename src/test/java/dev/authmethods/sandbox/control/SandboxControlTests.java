package dev.authmethods.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.sandbox.SandboxSettings;
import dev.authmethods.sandbox.fixtures.Phones;
import dev.authmethods.sandbox.http.Tenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The controls as tests of the gateway use them. */
class SandboxControlTests {

  static final SandboxControl sandbox = SandboxControl.start(SandboxSettings.onFreePorts());

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() {
    sandbox.reset();
  }

  private static int deletePhoneOfMegan() throws IOException, InterruptedException {
    var address = URI.create(sandbox.running().graphEndpoint() + Phones.of("megan") + Phones.MOBILE);
    var request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + sandbox.applicationToken());
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.DELETE().build(), BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void tellThePhones() {
    var guest = sandbox.phones("ext_user_fabrikam.com#EXT#@contoso.com");

    assertThat(guest).hasSize(1);
    assertThat(guest.getFirst().path("phoneNumber").asString()).isEqualTo("+1 2065550141");
    assertThat(sandbox.phones("10000000-0000-4000-8000-000000000002")).isEmpty();
    assertThatThrownBy(() -> sandbox.phones("nobody")).isInstanceOf(AssertionError.class);
  }

  @Test
  void tellTheChanges() throws IOException, InterruptedException {
    assertThat(deletePhoneOfMegan()).isEqualTo(204);

    assertThat(sandbox.phones("megan@contoso.com")).isEmpty();
    assertThat(sandbox.ledger()).hasSize(1);
    assertThat(sandbox.ledger().getFirst().path("by").asString()).isEqualTo(Tenant.GATEWAY);

    sandbox.clearLedger();
    assertThat(sandbox.ledger()).isEmpty();
    assertThat(sandbox.phones("megan@contoso.com")).isEmpty();
  }

  @Test
  void setLimitsAndTakeThemBack() throws IOException, InterruptedException {
    sandbox.throttle("{\"profile\": \"reports\", \"reports\": 1}");
    assertThat(deletePhoneOfMegan()).isEqualTo(204);
    assertThat(deletePhoneOfMegan()).isEqualTo(429);

    sandbox.unthrottle();

    assertThat(deletePhoneOfMegan()).isEqualTo(404);
    assertThatThrownBy(() -> sandbox.throttle("{\"profile\": \"other\"}")).isInstanceOf(AssertionError.class);
  }
}
