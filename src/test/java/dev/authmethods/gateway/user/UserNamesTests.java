package dev.authmethods.gateway.user;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class UserNamesTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String QUERY = """
  query ($by: UserRef!) { user(by: $by) { objectId phoneMethods { phoneNumber } } users(by: [$by]) { errors { __typename } } }
  """;

  @Nested
  class OfUnusualForm {

    @ParameterizedTest
    @CsvSource(
      quoteCharacter = '"',
      value = {
        "ext_user_fabrikam.com#EXT#@contoso.com, 10000000-0000-4000-8000-000000000041",
        "o'hara@contoso.com,                     10000000-0000-4000-8000-000000000042",
        "$cash@contoso.com,                      10000000-0000-4000-8000-000000000043",
      }
    )
    void areRead(String name, String id, Gateway gateway) {
      var reply = gateway.as(ADMIN, QUERY, Map.of("by", PhoneMutation.ref(name)));
      assertThat(reply.textAt("/data/user/objectId")).isEqualTo(id);
      assertThat(reply.textAt("/data/user/phoneMethods/0/phoneNumber")).endsWith(id.substring(34));
    }

    @ParameterizedTest
    @CsvSource(
      quoteCharacter = '"',
      value = {
        "ext_user_fabrikam.com#EXT#@contoso.com, 10000000-0000-4000-8000-000000000041",
        "o'hara@contoso.com,                     10000000-0000-4000-8000-000000000042",
        "$cash@contoso.com,                      10000000-0000-4000-8000-000000000043",
      }
    )
    void areWrittenTo(String name, String id, Gateway gateway) {
      assertThat(gateway.as(ADMIN, update(name, "MOBILE", "+1 2065550123")).errors()).isEmpty();
      assertThat(gateway.as(ADMIN, add(name, "OFFICE", "+1 2065550124")).errors()).isEmpty();
      assertThat(gateway.as(ADMIN, delete(name, "MOBILE")).errors()).isEmpty();
      assertThat(gateway.phonesOf(id)).containsExactly(Map.entry("OFFICE", "+1 2065550124"));
    }
  }

  @Nested
  class ThatNobodyCanHave {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "kim/manager@contoso.com",
        "../users/kim@contoso.com",
        "kim@contoso.com/authentication/phoneMethods",
        "kim%2F..@contoso.com",
        "%6bim@contoso.com",
        "kim@contoso.com?$select=id",
        "kim\\@contoso.com",
        "kim \u0000@contoso.com",
        "k\u00EFm@contoso.com",
        "\u212Aim@contoso.com",
        "\uFF4Bim@contoso.com",
        "kim\uFF20contoso.com@x",
        "\u043Aim@contoso.com",
        "$batch@",
        "$metadata",
        "me@",
        "...",
        "users('kim@contoso.com')",
      }
    )
    void areRefusedWithoutAsking(String name, Gateway gateway, SandboxControl sandbox) {
      var adding = add("kim@contoso.com", "MOBILE", "+1 2065550123").with("user", Map.of("userPrincipalName", name));
      var payload = gateway.as(ADMIN, adding);
      assertThat(payload.types()).containsOnly("InvalidInputError");
      assertThat(payload.errors().getLast().path("constraint").stringValue()).isEqualTo("UserPrincipalName");
      assertThat(sandbox.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "kim/manager@contoso.com", "\u212Aim@contoso.com", "kim%2F..@contoso.com" })
    void areNobodyInAQuery(String name, Gateway gateway, SandboxControl sandbox) {
      var reply = gateway.as(ADMIN, QUERY, Map.of("by", Map.of("userPrincipalName", name)));
      assertThat(reply.at("/data/user").isNull()).isTrue();
      assertThat(reply.typesAt("/data/users/0/errors")).containsExactly("UserNotFoundError");
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Nested
  class NeverLeaveTheirPlaceInThePath {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "..@contoso.com",
        ".@contoso.com",
        "a@..",
        "#@contoso.com",
        "a&b=c@contoso.com",
        "a+b@contoso.com",
        "!'~^`@contoso.com",
        "''@contoso.com",
        "microsoft.graph.x@contoso.com",
      }
    )
    void howeverTheyLook(String name, Gateway gateway, SandboxControl sandbox) {
      assertThat(gateway.as(ADMIN, add(name, "MOBILE", "+1 2065550123")).types()).containsExactly("UserNotFoundError");
      gateway.as(ADMIN, QUERY, Map.of("by", PhoneMutation.ref(name)));
      assertThat(sandbox.asked())
        .filteredOn(call -> !call.endsWith("batch"))
        .isNotEmpty()
        .allMatch(call -> isAbout(name, call));
    }

    @Test
    void alsoWithADollarSignInFront(Gateway gateway, SandboxControl sandbox) {
      var payload = gateway.as(ADMIN, add("$batch'x@contoso.com", "MOBILE", "+1 2065550123"));
      assertThat(payload.types()).containsExactly("UserNotFoundError");
      assertThat(sandbox.writes()).isEmpty();
      assertThat(sandbox.asked()).last().asString().contains("/users('%24batch%27%27x%40contoso.com')");
    }

    private static boolean isAbout(String name, String call) {
      var path = call.replaceFirst("^(- )?[A-Z]+ ", "").replaceFirst("\\?.*", "");
      var segments = path.split("/", -1);
      return "users".equals(segments[1]) && decoded(segments[2]).equals(name) && segments.length <= 5;
    }

    private static String decoded(String segment) {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
  }
}
