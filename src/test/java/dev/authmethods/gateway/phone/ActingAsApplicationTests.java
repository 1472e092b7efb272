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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entra does not look at the caller any more: what the gateway itself checks is all there is. */
@GatewayTest("gateway.entra.acting-as=application")
class ActingAsApplicationTests {

  private static final String ADMIN = "auth-admin";
  private static final String AVERY = "a0000000-0000-4000-8000-000000000001";

  @Nested
  class ChangesPhones {

    @Test
    void forACallerWithTheRole(Gateway gateway) {
      assertThat(gateway.as(ADMIN, add("kim@contoso.com", "MOBILE", "+1 2065550123")).errors()).isEmpty();
      assertThat(gateway.phonesOf("kim@contoso.com")).containsEntry("MOBILE", "+1 2065550123");
    }

    @Test
    void ofTheUserWhoHasTheNameNow(Gateway gateway, SandboxControl sandbox) {
      gateway.as(ADMIN, add("kim@contoso.com", "MOBILE", "+1 2065550123"));
      assertThat(sandbox.writes()).containsExactly(
        "POST /users/10000000-0000-4000-8000-000000000001/authentication/phoneMethods"
      );
    }

    @Test
    void withOneQuestionForAPrivilegedCallerWhoGivesTheObjectId(Gateway gateway, SandboxControl sandbox) {
      gateway.as("privileged-auth-admin", add("10000000-0000-4000-8000-000000000001", "MOBILE", "+1 2065550123"));
      assertThat(sandbox.asked()).containsExactly(
        "GET /users/10000000-0000-4000-8000-000000000001",
        "POST /users/10000000-0000-4000-8000-000000000001/authentication/phoneMethods"
      );
    }
  }

  @Nested
  class RefusesTheOwnAccount {

    @ParameterizedTest
    @ValueSource(strings = { AVERY, "avery@contoso.com" })
    void byObjectIdAndByName(String avery, Gateway gateway, SandboxControl sandbox) {
      assertThat(gateway.as(ADMIN, add(avery, "MOBILE", "+1 2065550123")).types()).containsExactly(
        "OwnAccountNotAllowedError"
      );
      assertThat(gateway.as(ADMIN, update(avery, "MOBILE", "+1 2065550123")).types()).containsExactly(
        "OwnAccountNotAllowedError"
      );
      assertThat(sandbox.writes()).isEmpty();
    }

    @Test
    void byANameThatTheTokenDoesNotKnow(Gateway gateway, SandboxControl sandbox) {
      var renamed = sandbox.token(ADMIN, Map.of("preferred_username", "formerly@contoso.com"));
      var adding = add("avery@contoso.com", "MOBILE", "+1 2065550123");
      var reply = gateway.execute(renamed, adding.document(), Map.of("input", adding.input()));
      assertThat(reply.typesAt("/data/payload/errors")).containsExactly("OwnAccountNotAllowedError");
      assertThat(sandbox.writes()).isEmpty();
    }

    @Test
    void byANameWhenOnlyValidating(Gateway gateway, SandboxControl sandbox) {
      var renamed = sandbox.token(ADMIN, Map.of("preferred_username", "formerly@contoso.com"));
      var adding = add("avery@contoso.com", "MOBILE", "+1 2065550123").validateOnly();
      var reply = gateway.execute(renamed, adding.document(), Map.of("input", adding.input()));
      assertThat(reply.typesAt("/data/payload/errors")).containsExactly("OwnAccountNotAllowedError");
    }
  }

  @Nested
  class RefusesACallerWithoutTheRole {

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.phone.ActingAsApplicationTests#changes")
    void withoutAnyUpstreamCall(PhoneMutation change, Gateway gateway, SandboxControl sandbox) {
      for (var persona : new String[] { "user", "global-reader" }) {
        var payload = gateway.as(persona, change);
        assertThat(payload.error("__typename")).isEqualTo("PermissionDeniedError");
        assertThat(payload.error("requiredPermissions")).isEmpty();
        assertThat(payload.error("acceptedRoles")).isEqualTo(
          "Authentication Administrator,Privileged Authentication Administrator"
        );
      }
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void alsoToReadPhones(Gateway gateway, SandboxControl sandbox) {
      var query = "{ user(by: { userPrincipalName: \"megan@contoso.com\" }) { phoneMethods { phoneNumber } } }";
      var reply = gateway.as("user", query);
      assertThat(reply.at("/data/user/phoneMethods").isNull()).isTrue();
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("PERMISSION_DENIED");
      assertThat(sandbox.asked()).noneMatch(call -> call.contains("/phoneMethods"));
    }

    @Test
    void alsoToReadAPhoneByItsId(Gateway gateway, SandboxControl sandbox) {
      var query = "{ user(by: { userPrincipalName: \"megan@contoso.com\" }) { phoneMethods { id } } }";
      var id = gateway.as(ADMIN, query).textAt("/data/user/phoneMethods/0/id");
      sandbox.reset();
      var node = gateway.as("user", "query ($id: ID!) { node(id: $id) { id } }", Map.of("id", id));
      assertThat(node.at("/data/node").isNull()).isTrue();
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  static Stream<PhoneMutation> changes() {
    return Stream.of(
      add("kim@contoso.com", "MOBILE", "+1 2065550123"),
      update("megan@contoso.com", "MOBILE", "+1 2065550123"),
      delete("megan@contoso.com", "MOBILE"),
      enableSmsSignIn("patti@contoso.com"),
      disableSmsSignIn("lee@contoso.com")
    );
  }
}
