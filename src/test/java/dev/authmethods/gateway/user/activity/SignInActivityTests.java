package dev.authmethods.gateway.user.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class SignInActivityTests {

  private static final String READER = "global-reader";
  private static final String ANNA = "10000000-0000-4000-8000-000000000071";
  private static final String LOOKUP = "/data/user/signInActivity";

  @ParameterizedTest
  @ValueSource(strings = { ANNA, "anna.mueller@contoso.com" })
  void isReadHoweverTheUserIsNamed(String user, Gateway gateway) {
    var reply = read(gateway, READER, user);
    assertThat(reply.textAt(LOOKUP + "/activity/lastSignInDateTime")).isEqualTo("2024-03-29T00:00:00.000Z");
    assertThat(reply.textAt(LOOKUP + "/activity/lastSuccessfulSignInDateTime")).isEqualTo("2024-03-28T07:00:00.000Z");
    assertThat(reply.textAt(LOOKUP + "/activity/lastNonInteractiveSignInDateTime")).isEqualTo(
      "2024-03-29T17:00:00.000Z"
    );
    assertThat(reply.listAt(LOOKUP + "/errors")).isEmpty();
  }

  @Test
  void isNullOfUsersWhoNeverSignedIn(Gateway gateway) {
    var reply = read(gateway, READER, "sinead.o'brien@contoso.com");
    assertThat(reply.at(LOOKUP + "/activity").isNull()).isTrue();
    assertThat(reply.listAt(LOOKUP + "/errors")).isEmpty();
  }

  @Test
  void takesALicense(Gateway gateway, SandboxControl sandbox) {
    sandbox.call("POST", "/settings", "{\"directory\":{\"premiumLicense\":false}}");
    var reply = read(gateway, READER, ANNA);
    assertThat(reply.typesAt(LOOKUP + "/errors")).containsExactly("PremiumLicenseRequiredError");
    assertThat(reply.textAt(LOOKUP + "/errors/0/message")).contains("P1 or P2");
    assertThat(reply.textAt("/data/user/displayName")).isEqualTo("Anna Müller");
  }

  @Test
  void takesARole(Gateway gateway) {
    var reply = read(gateway, "auth-admin", ANNA);
    assertThat(reply.typesAt(LOOKUP + "/errors")).containsExactly("PermissionDeniedError");
    assertThat(reply.textAt(LOOKUP + "/errors/0/message")).contains("Reports Reader");
  }

  @Test
  void takesAPermissionOfTheGateway(Gateway gateway, SandboxControl sandbox) {
    sandbox.consent("{\"delegated\":[\"User.Read.All\"],\"application\":[]}");
    var reply = read(gateway, READER, ANNA);
    assertThat(reply.typesAt(LOOKUP + "/errors")).containsExactly("GatewayConfigurationError");
    assertThat(reply.textAt(LOOKUP + "/errors/0/message")).contains("AuditLog.Read.All");
  }

  @Test
  void isNotAskedForIfNotSelected(Gateway gateway, SandboxControl sandbox) {
    sandbox.call("POST", "/settings", "{\"directory\":{\"premiumLicense\":false}}");
    var query = "query ($by: UserRef!) { user(by: $by) { department } }";
    var reply = gateway.as(READER, query, Map.of("by", PhoneMutation.ref(ANNA)));
    assertThat(reply.textAt("/data/user/department")).isEqualTo("Finance");
  }

  /** Microsoft Graph allows ten a minute: each counts as a call, also in a batch. */
  @Test
  void isRefusedForManyBeforeItBegins(Gateway gateway, SandboxControl sandbox) {
    var query = "query ($by: [UserRef!]!) { users(by: $by) { user { signInActivity { errors { __typename } } } } }";
    var many = IntStream.rangeClosed(1, 201)
      .mapToObj("b0000000-0000-4000-8000-%012d"::formatted)
      .map(PhoneMutation::ref)
      .toList();
    var reply = gateway.as(READER, query, Map.of("by", many));
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("TOO_COSTLY");
    assertThat(sandbox.requests()).isEmpty();
  }

  private static Reply read(Gateway gateway, String persona, String user) {
    var query = """
    query ($by: UserRef!) { user(by: $by) { displayName signInActivity {
      activity { lastSignInDateTime lastSuccessfulSignInDateTime lastNonInteractiveSignInDateTime }
      errors { __typename ... on ExpectedError { message } }
    } } }
    """;
    return gateway.as(persona, query, Map.of("by", PhoneMutation.ref(user)));
  }
}
