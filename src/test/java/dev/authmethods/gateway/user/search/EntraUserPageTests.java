package dev.authmethods.gateway.user.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.user.UserSelection;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway takes the token of a page, and no address. */
class EntraUserPageTests {

  @ParameterizedTest
  @CsvSource({
    "https://graph.microsoft.com/v1.0/users?$top=5&$skiptoken=RFNwdAIAAQ, RFNwdAIAAQ",
    "https://graph.microsoft.com/v1.0/users?$top=5&%24skiptoken=a%2Bb%3D, a%2Bb%3D",
    "https://evil.example/x?$skiptoken=RFNwdAIAAQ&$top=999, RFNwdAIAAQ",
    "https://graph.microsoft.com/v1.0/users?$skiptoken=X'4453', X'4453'",
  })
  void readsTheToken(String link, String token) {
    assertThat(read("{\"value\":[],\"@odata.nextLink\":\"" + link + "\"}").next()).isEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "https://graph.microsoft.com/v1.0/users",
      "?$skip=5",
      "?$skiptoken=",
      "?$skiptoken=a b",
      "?$skiptoken=a<b",
    }
  )
  void doesNotUnderstandALinkWithoutOne(String link) {
    assertThatThrownBy(() -> read("{\"value\":[],\"@odata.nextLink\":\"" + link + "\"}")).isInstanceOf(
      Json.NotUnderstood.class
    );
  }

  @Test
  void leavesOutWhatIsNoUser() {
    var group = "{\"@odata.type\":\"#microsoft.graph.group\",\"id\":\"10000000-0000-4000-8000-000000000001\"}";
    assertThat(read("{\"value\":[" + group + "],\"@odata.count\":1}").users()).isEmpty();
  }

  @Test
  void isNoPageWithoutUsers() {
    assertThatThrownBy(() -> read("{}")).isInstanceOf(Json.NotUnderstood.class);
  }

  private static EntraUserPage read(String json) {
    return Json.read(json.getBytes(StandardCharsets.UTF_8), in -> EntraUserPage.read(UserSelection.NAMES, in));
  }
}
