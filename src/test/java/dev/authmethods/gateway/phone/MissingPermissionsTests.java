package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.sandbox.SandboxSettings;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A permission that was not granted is named, and never one that was; to the operators where it is the registration's. */
@GatewayTest
class MissingPermissionsTests {

  private static final String ADMIN = "auth-admin";
  private static final String PRIVILEGED = "privileged-auth-admin";
  private static final String ADELE = "adele@contoso.com";
  private static final String NUMBER = "+1 2065550199";
  private static final String REACHING_OTHERS =
    "UserAuthMethod-Phone.ReadWrite.All,UserAuthenticationMethod.ReadWrite.All";
  private static final String USERS =
    "{ users(by: [{ userPrincipalName: \"adele@contoso.com\" }]) { errors { __typename ... on GatewayConfigurationError { missingPermissions } } } }";

  @Nested
  class OnBehalfOfTheCaller {

    @ParameterizedTest
    @ValueSource(strings = { ADMIN, PRIVILEGED })
    void areThoseThatReachOthersWhereOnlyANarrowOneWasGranted(String persona, Gateway gateway, SandboxControl sandbox) {
      consent(sandbox, List.of("UserAuthMethod-Phone.ReadWrite", "User.Read.All"), List.of());
      for (var change : List.of(add(ADELE, "MOBILE", NUMBER), add(ADELE, "OFFICE", NUMBER))) {
        var payload = gateway.as(persona, change);
        assertThat(payload.error("__typename")).isEqualTo("PermissionDeniedError");
        assertThat(payload.error("requiredPermissions")).isEqualTo(REACHING_OTHERS);
        assertThat(payload.error("acceptedRoles")).isEmpty();
        assertThat(payload.error("message"))
          .contains("UserAuthMethod-Phone.ReadWrite.All")
          .doesNotContain("Administrator");
      }
    }

    @Test
    void areNamedTogetherWithTheRoleThatIsMissing(Gateway gateway, SandboxControl sandbox) {
      consent(sandbox, List.of("UserAuthMethod-Phone.ReadWrite", "User.Read.All"), List.of());
      var payload = gateway.as("global-reader", add(ADELE, "MOBILE", NUMBER));
      assertThat(payload.error("requiredPermissions")).isEqualTo(REACHING_OTHERS);
      assertThat(payload.error("acceptedRoles")).startsWith("Authentication Administrator,");
    }

    @Test
    void areTheOperatorsMatterWhereNoneWasGranted(Gateway gateway, SandboxControl sandbox) {
      consent(sandbox, List.of("User.Read.All", "UserAuthMethod-Phone.Read.All"), List.of());
      var payload = gateway.as(ADMIN, add(ADELE, "MOBILE", NUMBER));
      assertThat(payload.error("__typename")).isEqualTo("GatewayConfigurationError");
      assertThat(payload.error("missingPermissions")).isEqualTo(REACHING_OTHERS);
      assertThat(payload.error("retryable")).isEqualTo("false");
    }

    @Test
    void areTheSameToQueries(Gateway gateway, SandboxControl sandbox) {
      consent(sandbox, List.of("UserAuthMethod-Phone.ReadWrite.All"), List.of());
      assertThat(gateway.as(ADMIN, USERS).at("/data/users/0/errors/0/missingPermissions").toString()).contains(
        "User.ReadBasic.All"
      );
      consent(sandbox, List.of("User.Read.All"), List.of());
      sandbox.call("DELETE", "/requests", "");
      var phones = "{ user(by: { userPrincipalName: \"megan@contoso.com\" }) { phoneMethods { id } } }";
      assertThat(gateway.as(PRIVILEGED, phones).textAt("/errors/0/extensions/code")).isEqualTo("GATEWAY_CONFIGURATION");
    }

    @ParameterizedTest
    @CsvSource({ "UserAuthMethod-Phone.ReadWrite.All", "UserAuthenticationMethod.ReadWrite.All" })
    void areNoneWhereEitherWasGranted(String permission, Gateway gateway, SandboxControl sandbox) {
      consent(sandbox, List.of(permission, "User.Read.All"), List.of());
      assertThat(gateway.as(ADMIN, add(ADELE, "MOBILE", NUMBER)).errors()).isEmpty();
      assertThat(gateway.as("global-reader", add(ADELE, "OFFICE", NUMBER)).error("requiredPermissions")).isEmpty();
    }

    @Test
    void areNoneWhereTheNarrowOneReachesOthers() {
      var settings = SandboxSettings.onFreePorts().withNarrowPermissionsThatReachOthers();
      try (var sandbox = SandboxControl.start(settings); var gateway = Gateway.start(sandbox)) {
        consent(sandbox, List.of("UserAuthMethod-Phone.ReadWrite", "User.Read.All"), List.of());
        assertThat(gateway.as(ADMIN, add(ADELE, "MOBILE", NUMBER)).errors()).isEmpty();
        assertThat(gateway.as(ADMIN, update("lidia@contoso.com", "MOBILE", NUMBER)).types()).containsExactly(
          "PermissionDeniedError"
        );
      }
    }
  }

  @Nested
  @GatewayTest("gateway.entra.acting-as=application")
  class AsAnApplication {

    private static final List<String> ALL = List.of(
      "UserAuthenticationMethod.ReadWrite.All",
      "User.Read.All",
      "RoleManagement.Read.Directory",
      "GroupMember.Read.All"
    );

    @ParameterizedTest
    @CsvSource({
      "RoleManagement.Read.Directory, kim@contoso.com",
      "User.Read.All, kim@contoso.com",
      "GroupMember.Read.All, ben@contoso.com",
      "UserAuthenticationMethod.ReadWrite.All, kim@contoso.com",
    })
    void areNamedAloneAndAreTheOperatorsMatter(String missing, String user, SandboxControl sandbox) {
      withOnly(
        sandbox,
        ALL.stream()
          .filter(name -> !name.equals(missing))
          .toList(),
        another -> {
          var payload = another.as(ADMIN, add(user, "OFFICE", NUMBER));
          assertThat(payload.error("__typename")).isEqualTo("GatewayConfigurationError");
          assertThat(payload.error("missingPermissions")).contains(missing);
          assertThat(payload.error("message")).contains(missing);
          for (var granted : ALL) {
            if (!granted.equals(missing)) {
              assertThat(List.of(payload.error("missingPermissions").split(","))).doesNotContain(granted);
            }
          }
          assertThat(sandbox.ledger()).isEmpty();
        }
      );
    }

    @Test
    void keepNobodyFromDeletingWhenTheyAreGranted(Gateway gateway) {
      assertThat(gateway.as(ADMIN, delete("megan@contoso.com", "MOBILE")).errors()).isEmpty();
    }

    /** The gateway keeps its own token for as long as it lasts: another gateway has to ask for one. */
    private static void withOnly(SandboxControl sandbox, List<String> permissions, Consumer<Gateway> test) {
      consent(sandbox, List.of(), permissions);
      try (var another = Gateway.start(sandbox, "gateway.entra.acting-as=application")) {
        test.accept(another);
      }
    }
  }

  private static void consent(SandboxControl sandbox, List<String> delegated, List<String> application) {
    sandbox.consent("{\"delegated\":%s,\"application\":%s}".formatted(json(delegated), json(application)));
  }

  private static String json(List<String> names) {
    return names
      .stream()
      .map("\"%s\""::formatted)
      .collect(Collectors.joining(",", "[", "]"));
  }
}
