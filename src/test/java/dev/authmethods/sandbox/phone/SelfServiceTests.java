package dev.authmethods.sandbox.phone;

import static dev.authmethods.sandbox.fixtures.Phones.phone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.SandboxSettings;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The older documentation of Create phoneMethod, on request. */
class SelfServiceTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra(
    SandboxSettings.onFreePorts().withSelfServiceCreate().withDirectoryPermissionForGetByIds()
  );

  @Test
  void letsUsersCreateAndUpdateTheirOwnPhones() {
    var own = "/me/authentication/phoneMethods";

    assertThat(entra.post("user", own, phone("mobile", "+1 2065550199")).status()).isEqualTo(201);
    assertThat(entra.patch("user", own + Phones.MOBILE, Phones.number("+1 2065550198")).status()).isEqualTo(204);
  }

  @Test
  void asksADirectoryPermissionOfGetByIds() {
    var body = "{\"ids\":[\"10000000-0000-4000-8000-000000000001\"]}";
    assertThat(entra.post("global-reader", "/directoryObjects/getByIds", body).status()).isEqualTo(403);

    entra.control("POST", "/consent", "{\"delegated\":[\"Directory.Read.All\"],\"application\":[]}");

    assertThat(entra.post("global-reader", "/directoryObjects/getByIds", body).status()).isEqualTo(200);
  }
}
