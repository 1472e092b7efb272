package dev.authmethods.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.http.JsonTree;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The phones as they are. */
class TruthTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  @ParameterizedTest
  @ValueSource(strings = { "lee@contoso.com", "LEE@contoso.com", "10000000-0000-4000-8000-000000000031" })
  void isWholeForAnybody(String user) {
    var answer = entra.control("GET", "/users/" + user + "/phones", "");

    assertThat(answer.json()).isEqualTo(
      JsonTree.read("[{\"phoneNumber\":\"+1 2065550155\",\"phoneType\":\"mobile\",\"smsSignInState\":\"ready\"}]")
    );
  }

  @ParameterizedTest
  @ValueSource(strings = { "ext_user_fabrikam.com%23EXT%23@contoso.com", "o'hara@contoso.com", "%24cash@contoso.com" })
  void isKnownOfUsersWithUnusualNames(String user) {
    assertThat(
      entra
        .control("GET", "/users/" + user + "/phones", "")
        .json()
        .size()
    ).isEqualTo(1);
  }

  @Test
  void isInTheOrderOfGraph() {
    assertThat(entra.phones("diego")).containsExactly(
      "mobile +1 2065550104",
      "alternateMobile +1 2065550105",
      "office +1 2065550106x123"
    );
  }

  @Test
  void isNoCallOfGraph() {
    entra.fault("{\"times\":9,\"status\":500}");

    assertThat(entra.control("GET", "/users/adele@contoso.com/phones", "").body()).isEqualTo("[]");
    assertThat(entra.control("GET", "/requests", "").body()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(strings = { "/users/nobody/phones", "/users/%/phones", "/users//phones" })
  void isUnknownOfNobody(String path) {
    assertThat(
      entra.call("GET", entra.sandbox().control() + path.replace("%", "%25"), "", Map.of()).status()
    ).isEqualTo(404);
  }
}
