package dev.authmethods.gateway;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@GatewayTest
class LocalizationTests {

  private static final String ENGLISH = "Choose the type of the phone: mobile, alternate mobile or office.";
  private static final String GERMAN =
    "W\u00E4hlen Sie die Art des Telefons: Mobiltelefon, zweites Mobiltelefon oder B\u00FCrotelefon.";

  @Nested
  class ErrorsOfMutations {

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      value = { "en | en", "en-US | en", "de | de", "de-AT,en;q=0.5 | de", "fr | en", "de;q=0.3,en | en", "* | en" }
    )
    void areInTheLanguageOfTheRequest(String accepted, String language, Gateway gateway, SandboxControl sandbox) {
      var reply = send(
        gateway,
        sandbox,
        accepted,
        add("adele@contoso.com", "MOBILE", "+1 2065550123").without("phoneType")
      );
      assertThat(reply.textAt("/data/payload/errors/0/message")).isEqualTo("de".equals(language) ? GERMAN : ENGLISH);
    }

    @Test
    void areInEnglishWithoutALanguage(Gateway gateway) {
      var payload = gateway.as("auth-admin", add("adele@contoso.com", "MOBILE", "+1 2065550123").without("phoneType"));
      assertThat(payload.error("message")).isEqualTo(ENGLISH);
    }

    @Test
    void nameTheLimits(Gateway gateway, SandboxControl sandbox) {
      var tooLong = add("adele@contoso.com", "MOBILE", "+1 2065550123").with("clientMutationId", "a".repeat(129));
      assertThat(send(gateway, sandbox, "de", tooLong).textAt("/data/payload/errors/0/message")).isEqualTo(
        "Der Text muss 0 bis 128 Zeichen lang sein."
      );
    }
  }

  @Nested
  class ErrorsOfQueries {

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      value = { "en | The list must have 1 to 1,000 items.", "de | Die Liste muss 1 bis 1.000 Eintr\u00E4ge haben." }
    )
    void areInTheLanguageOfTheRequest(String accepted, String message, Gateway gateway, SandboxControl sandbox) {
      var reply = post(gateway, sandbox, accepted, "{ users(by: []) { user { id } } }", Map.of());
      assertThat(reply.textAt("/errors/0/extensions/violations/0/message")).isEqualTo(message);
    }
  }

  private static Reply send(Gateway gateway, SandboxControl sandbox, String accepted, PhoneMutation mutation) {
    return post(gateway, sandbox, accepted, mutation.document(), Map.of("input", mutation.input()));
  }

  private static Reply post(
    Gateway gateway,
    SandboxControl sandbox,
    String accepted,
    String document,
    Map<String, ?> variables
  ) {
    var body = new JsonMapper().writeValueAsString(Map.of("query", document, "variables", variables));
    return gateway.send(
      gateway
        .to("/graphql")
        .header("Authorization", "Bearer " + sandbox.token("auth-admin"))
        .header("Accept-Language", accepted)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
    );
  }
}
