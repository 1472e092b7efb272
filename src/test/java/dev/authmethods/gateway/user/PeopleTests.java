package dev.authmethods.gateway.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The fields of users that a help desk needs. */
@GatewayTest
class PeopleTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ADMIN = "auth-admin";
  private static final String ANNA = "10000000-0000-4000-8000-000000000071";
  private static final String DETAILS = """
  givenName surname mail jobTitle department companyName officeLocation employeeId businessPhones mobilePhone
  preferredLanguage usageLocation accountEnabled userType isExternal isManagementRestricted isSyncedFromOnPremises
  createdDateTime lastPasswordChangeDateTime sessionsValidFrom
  """;

  @Nested
  class Details {

    @ParameterizedTest
    @ValueSource(strings = { ANNA, "anna.mueller@contoso.com" })
    void areReadHoweverTheUserIsNamed(String user, Gateway gateway) {
      var anna = one(gateway, ADMIN, user, "displayName " + DETAILS);
      assertThat(anna.textAt("/data/user/displayName")).isEqualTo("Anna Müller");
      assertThat(anna.textAt("/data/user/department")).isEqualTo("Finance");
      assertThat(anna.textAt("/data/user/employeeId")).isEqualTo("E000071");
      assertThat(anna.textAt("/data/user/businessPhones/0")).isEqualTo("+1 425 556 0071");
      assertThat(anna.at("/data/user/accountEnabled").booleanValue()).isTrue();
      assertThat(anna.textAt("/data/user/userType")).isEqualTo("MEMBER");
      assertThat(anna.textAt("/data/user/createdDateTime")).isEqualTo("2024-03-22T15:00:00.000Z");
      assertThat(
        anna
          .at("/data/user")
          .propertyStream()
          .filter(field -> field.getValue().isNull())
      ).isEmpty();
    }

    @Test
    void areReadOfManyInOneCall(Gateway gateway, SandboxControl sandbox) {
      var query = "query ($by: [UserRef!]!) { users(by: $by) { user { department accountEnabled } } }";
      var reply = gateway.as(
        ADMIN,
        query,
        Map.of("by", Stream.of(ANNA, generated(25), generated(26)).map(PhoneMutation::ref).toList())
      );
      assertThat(reply.textAt("/data/users/0/user/department")).isEqualTo("Finance");
      assertThat(reply.at("/data/users/1/user/accountEnabled").booleanValue()).isFalse();
      assertThat(reply.at("/data/users/2/user/accountEnabled").booleanValue()).isTrue();
      assertThat(sandbox.asked()).containsExactly("POST /directoryObjects/getByIds");
    }

    @ParameterizedTest
    @CsvSource({
      "anna.mueller@contoso.com, MEMBER, false",
      "gina@contoso.com, GUEST, false",
      "pat_fabrikam.com#EXT#@contoso.com, MEMBER, true",
      "ext_user_fabrikam.com#EXT#@contoso.com, GUEST, true",
    })
    void tellGuestsFromUsersOfOtherTenants(String user, String userType, boolean isExternal, Gateway gateway) {
      var reply = one(gateway, ADMIN, user, "userType isExternal");
      assertThat(reply.textAt("/data/user/userType")).isEqualTo(userType);
      assertThat(reply.at("/data/user/isExternal").booleanValue()).isEqualTo(isExternal);
    }

    @ParameterizedTest
    @CsvSource({ "b0000000-0000-4000-8000-000000000004, true", "b0000000-0000-4000-8000-000000000005, false" })
    void tellUsersOfAnOnPremisesDirectory(String user, boolean isSynced, Gateway gateway) {
      var reply = one(gateway, ADMIN, user, "isSyncedFromOnPremises");
      assertThat(reply.at("/data/user/isSyncedFromOnPremises").booleanValue()).isEqualTo(isSynced);
    }

    @ParameterizedTest
    @CsvSource({ "christie@contoso.com, true", "ben@contoso.com, false" })
    void tellUsersOfRestrictedUnits(String user, boolean isRestricted, Gateway gateway) {
      var reply = one(gateway, ADMIN, user, "isManagementRestricted");
      assertThat(reply.at("/data/user/isManagementRestricted").booleanValue()).isEqualTo(isRestricted);
    }

    @Test
    void areNullAndNotFalseWhereMicrosoftWithholdsThem(Gateway gateway, SandboxControl sandbox) {
      sandbox.consent("{\"delegated\":[\"User.ReadBasic.All\",\"User.Read.All\"],\"application\":[]}");
      var user = Map.of("id", ANNA, "userPrincipalName", "anna.mueller@contoso.com", "displayName", "Anna Müller");
      var body = JSON.writeValueAsString(JSON.writeValueAsString(Map.of("value", List.of(user))));
      sandbox.fault("{\"match\":{\"path\":\"getByIds\"},\"status\":200,\"body\":%s}".formatted(body));
      var reply = one(gateway, ADMIN, ANNA, "accountEnabled isSyncedFromOnPremises isManagementRestricted");
      assertThat(reply.at("/data/user/isSyncedFromOnPremises").isNull()).isTrue();
      assertThat(reply.at("/data/user/isManagementRestricted").isNull()).isTrue();
    }

    @Test
    void namesThePermissionThatIsMissing(Gateway gateway, SandboxControl sandbox) {
      sandbox.consent("{\"delegated\":[\"User.ReadBasic.All\"],\"application\":[]}");
      sandbox.call("POST", "/settings", "{\"directory\":{\"basicProfile\":\"refuse\"}}");
      var reply = one(gateway, "global-reader", ANNA, "department");
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("GATEWAY_CONFIGURATION");
      assertThat(reply.textAt("/errors/0/extensions/missingPermissions/0")).isEqualTo("User.Read.All");
    }

    @Test
    void areAskedForOnlyIfSelected(Gateway gateway, SandboxControl sandbox) {
      sandbox.consent("{\"delegated\":[\"User.ReadBasic.All\"],\"application\":[]}");
      sandbox.call("POST", "/settings", "{\"directory\":{\"basicProfile\":\"refuse\"}}");
      var reply = one(gateway, "global-reader", ANNA, "displayName");
      assertThat(reply.textAt("/data/user/displayName")).isEqualTo("Anna Müller");
    }
  }

  @Nested
  class Managers {

    @Test
    void areReadTogetherWithTheUser(Gateway gateway, SandboxControl sandbox) {
      var reply = one(
        gateway,
        ADMIN,
        ANNA,
        "displayName manager { displayName department phoneMethods { phoneType } }"
      );
      assertThat(reply.textAt("/data/user/manager/displayName")).isEqualTo("Megan Bowen");
      assertThat(reply.textAt("/data/user/manager/department")).isNotEmpty();
      assertThat(reply.listAt("/data/user/manager/phoneMethods")).hasSize(1);
      assertThat(sandbox.asked())
        .filteredOn(call -> call.contains("/manager"))
        .hasSize(1);
    }

    @Test
    void areNullWhereThereIsNone(Gateway gateway) {
      var reply = one(gateway, ADMIN, "megan@contoso.com", "displayName manager { displayName }");
      assertThat(reply.textAt("/data/user/displayName")).isEqualTo("Megan Bowen");
      assertThat(reply.at("/data/user/manager").isNull()).isTrue();
      assertThat(reply.at("/errors").isMissingNode()).isTrue();
    }

    @Test
    void areNullIfTheyAreNoUsers(Gateway gateway, SandboxControl sandbox) {
      var contact = "{\"@odata.type\":\"#microsoft.graph.orgContact\",\"id\":\"10000000-0000-4000-8000-000000000099\"}";
      sandbox.fault(
        "{\"match\":{\"path\":\"/manager\"},\"status\":200,\"body\":%s}".formatted(JSON.writeValueAsString(contact))
      );
      assertThat(one(gateway, ADMIN, ANNA, "manager { displayName }").at("/data/user/manager").isNull()).isTrue();
    }
  }

  @Nested
  class Administrators {

    @ParameterizedTest
    @CsvSource({
      "lidia@contoso.com, true",
      "allan@contoso.com, true",
      "kim@contoso.com, false",
      "ben@contoso.com, false",
    })
    void holdARole(String user, boolean isAdministrator, Gateway gateway) {
      var reply = one(gateway, ADMIN, user, "isAdministrator");
      assertThat(reply.at("/data/user/isAdministrator").booleanValue()).isEqualTo(isAdministrator);
    }

    @Test
    void areUnknownWhenItCannotBeRead(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"path\":\"/transitiveMemberOf\"},\"status\":403}");
      var reply = one(gateway, ADMIN, "kim@contoso.com", "displayName isAdministrator");
      assertThat(reply.textAt("/data/user/displayName")).isEqualTo("Kim Akers");
      assertThat(reply.at("/data/user/isAdministrator").isNull()).isTrue();
    }
  }

  /** Entra then no longer looks at the caller. */
  @Nested
  @GatewayTest("gateway.entra.acting-as=application")
  class AsAnApplication {

    private static final String EVERYTHING =
      "displayName department mobilePhone manager { displayName } isAdministrator " +
      "signInActivity { activity { lastSignInDateTime } errors { __typename ... on PermissionDeniedError { acceptedRoles } } }";

    @Test
    void showsOnlyNamesToCallersWithoutARole(Gateway gateway, SandboxControl sandbox) {
      var user = one(gateway, "user", "anna.mueller@contoso.com", EVERYTHING);
      assertThat(user.textAt("/data/user/displayName")).isEqualTo("Anna Müller");
      assertThat(user.at("/data/user/department").isNull()).isTrue();
      assertThat(user.at("/data/user/mobilePhone").isNull()).isTrue();
      assertThat(user.at("/data/user/manager").isNull()).isTrue();
      assertThat(user.at("/data/user/isAdministrator").isNull()).isTrue();
      assertThat(user.at("/data/user/signInActivity/activity").isNull()).isTrue();
      assertThat(user.textAt("/data/user/signInActivity/errors/0/acceptedRoles/0")).isEqualTo("Global Reader");
      assertThat(sandbox.asked()).noneMatch(call -> call.contains("/manager") || call.contains("/transitiveMemberOf"));
    }

    @Test
    void showsEverythingToCallersWithARole(Gateway gateway) {
      var user = one(gateway, "global-reader", ANNA, EVERYTHING);
      assertThat(user.textAt("/data/user/department")).isEqualTo("Finance");
      assertThat(user.textAt("/data/user/manager/displayName")).isEqualTo("Megan Bowen");
      assertThat(user.at("/data/user/isAdministrator").booleanValue()).isFalse();
      assertThat(user.textAt("/data/user/signInActivity/activity/lastSignInDateTime")).isNotEmpty();
    }
  }

  private static Reply one(Gateway gateway, String persona, String user, String fields) {
    var query = "query ($by: UserRef!) { user(by: $by) { %s } }".formatted(fields);
    return gateway.as(persona, query, Map.of("by", PhoneMutation.ref(user)));
  }

  private static String generated(int number) {
    return "b0000000-0000-4000-8000-%012d".formatted(number);
  }
}
