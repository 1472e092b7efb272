package dev.authmethods.gateway.change;

import static dev.authmethods.gateway.access.DirectoryRole.AUTHENTICATION_ADMINISTRATOR;
import static dev.authmethods.gateway.access.DirectoryRole.GLOBAL_READER;
import static dev.authmethods.gateway.access.DirectoryRole.HELPDESK_ADMINISTRATOR;
import static dev.authmethods.gateway.access.DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR;
import static dev.authmethods.gateway.change.Callers.AS_APPLICATION;
import static dev.authmethods.gateway.change.Callers.KIM;
import static dev.authmethods.gateway.change.Callers.POLICY;
import static dev.authmethods.gateway.change.Callers.application;
import static dev.authmethods.gateway.change.Callers.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.Failing;
import dev.authmethods.gateway.entra.Protection;
import dev.authmethods.gateway.error.OwnAccountNotAllowedError;
import dev.authmethods.gateway.error.PermissionDeniedError;
import dev.authmethods.gateway.fixtures.Calls;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessPolicyTests {

  private static final String AA = "Authentication Administrator";
  private static final String PAA = "Privileged Authentication Administrator";
  private static final List<String> REACHING_OTHERS = List.of("UserAuthMethod-Phone.ReadWrite.All");

  @Nested
  class ARoleMay {

    @Test
    void isLeftToEntraOnBehalfOfTheCaller() {
      assertThat(POLICY.roleMay(caller(), Operations.ADD)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = { "AUTHENTICATION_ADMINISTRATOR", "PRIVILEGED_AUTHENTICATION_ADMINISTRATOR" })
    void isKeptByWriters(DirectoryRole role) {
      assertThat(AS_APPLICATION.roleMay(caller(role), Operations.ADD)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = { "AUTHENTICATION_ADMINISTRATOR", "PRIVILEGED_AUTHENTICATION_ADMINISTRATOR" }
    )
    void isBrokenByAllOthersWhoAreToldTheRolesAndNoPermission(DirectoryRole role) {
      assertThat(AS_APPLICATION.roleMay(caller(role), Operations.ADD)).hasValue(
        PermissionDeniedError.lacking(List.of(), List.of(), List.of(AA, PAA))
      );
    }

    @Test
    void letsAGlobalReaderRead() {
      assertThat(AS_APPLICATION.roleMay(caller(GLOBAL_READER), Operations.READ)).isEmpty();
    }

    @Test
    void isNotAskedOfAnApplication() {
      assertThat(AS_APPLICATION.roleMay(application(), Operations.ADD)).isEmpty();
    }
  }

  @Nested
  class TheOwnAccount {

    private final Caller avery = Calls.caller();

    @Test
    void isKnownByTheObjectIdAndByTheNameInAnyCase() {
      assertThat(POLICY.notTheOwnAccount(avery, avery.objectId(), Operations.ADD)).hasValue(
        new OwnAccountNotAllowedError(List.of("input", "user"))
      );
      assertThat(
        POLICY.notTheOwnAccount(avery, new UserPrincipalName("Avery@CONTOSO.com"), Operations.ADD)
      ).isPresent();
    }

    @Test
    void isNobodyElses() {
      assertThat(POLICY.notTheOwnAccount(avery, KIM, Operations.ADD)).isEmpty();
    }

    @Test
    void isLeftToTheObjectIdWhereTheGatewayActsAsAnApplication() {
      assertThat(AS_APPLICATION.notTheOwnAccount(avery, avery.objectId(), Operations.ADD)).isPresent();
      assertThat(AS_APPLICATION.notTheOwnAccount(avery, KIM, Operations.ADD)).isEmpty();
      assertThat(
        AS_APPLICATION.notTheOwnAccount(avery, new UserPrincipalName("avery@contoso.com"), Operations.ADD)
      ).isEmpty();
    }

    @Test
    void mattersOnlyToAnOperationThatRefusesIt() {
      assertThat(POLICY.notTheOwnAccount(avery, avery.objectId(), Operations.DELETE)).isEmpty();
    }

    @Test
    void canBeAllowed() {
      assertThat(POLICY.errors(avery, avery.objectId(), Operations.ADD, false)).hasSize(1);
      assertThat(POLICY.errors(avery, avery.objectId(), Operations.ADD, true)).isEmpty();
    }
  }

  @Nested
  class TheCloudOffers {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHINA_21VIANET")
    void everythingOutsideChina(NationalCloud cloud) {
      var policy = new AccessPolicy(cloud, ActingAs.CALLER);
      assertThat(operations().map(policy::cloudOffers)).allMatch(Optional::isEmpty);
    }

    @Test
    void noAddingAndNoSignInSettingsInChina() {
      assertThat(operations().filter(operation -> Callers.IN_CHINA.cloudOffers(operation).isPresent())).containsOnly(
        Operations.ADD,
        Operations.ENABLE
      );
    }

    private static Stream<Operation> operations() {
      return Stream.of(Operations.READ, Operations.ADD, Operations.UPDATE, Operations.DELETE, Operations.ENABLE);
    }
  }

  @Nested
  class AProtectedUser {

    private final Caller lesser = caller(AUTHENTICATION_ADMINISTRATOR);
    private final Caller greater = caller(PRIVILEGED_AUTHENTICATION_ADMINISTRATOR);

    @Test
    void isReachedByThePrivilegedRoleOnlyWhichTheOthersAreTold() {
      assertThat(AS_APPLICATION.reaches(greater, Protection.PRIVILEGED)).isEmpty();
      assertThat(AS_APPLICATION.reaches(lesser, Protection.PRIVILEGED)).hasValue(
        PermissionDeniedError.protectedFromRole(List.of("input", "user"), List.of(PAA))
      );
    }

    @Test
    void isReachedByNoApplicationWithAnyRole() {
      for (var role : DirectoryRole.values()) {
        assertThat(AS_APPLICATION.isPrivileged(application(role))).isFalse();
        assertThat(AS_APPLICATION.reaches(application(role), Protection.PRIVILEGED))
          .map(PermissionDeniedError::acceptedRoles)
          .hasValue(List.of());
      }
    }

    @Test
    void isReachedByNobodyInARestrictedUnit() {
      for (var caller : List.of(lesser, greater, application())) {
        assertThat(AS_APPLICATION.reaches(caller, Protection.RESTRICTED))
          .map(PermissionDeniedError::isTargetProtected)
          .hasValue(true);
      }
    }

    @Test
    void isNobodyWithoutProtection() {
      for (var caller : List.of(lesser, greater, application())) {
        assertThat(AS_APPLICATION.reaches(caller, Protection.NONE)).isEmpty();
      }
    }

    @Test
    void isSeenToByEntraOnBehalfOfTheCaller() {
      assertThat(POLICY.protections(lesser).isEmpty()).isTrue();
      assertThat(AS_APPLICATION.protections(lesser).isEmpty()).isFalse();
    }
  }

  /** Microsoft Graph says only that it refuses: what would help is told from the roles and permissions that are known. */
  @Nested
  class ARefusalOfMicrosoftGraph {

    @Test
    void namesTheRolesToWhoHasNone() {
      assertThat(denied(List.of(), HELPDESK_ADMINISTRATOR)).isEqualTo(
        PermissionDeniedError.lacking(List.of(), List.of(), List.of(AA, PAA))
      );
      assertThat(denied(List.of()).acceptedRoles()).containsExactly(AA, PAA);
    }

    @Test
    void namesTheGreaterRoleToWhoHasTheLesser() {
      assertThat(denied(List.of(), AUTHENTICATION_ADMINISTRATOR)).isEqualTo(
        PermissionDeniedError.protectedFromRole(List.of("input", "user"), List.of(PAA))
      );
    }

    @ParameterizedTest
    @EnumSource(names = { "PRIVILEGED_AUTHENTICATION_ADMINISTRATOR", "GLOBAL_ADMINISTRATOR" })
    void namesNothingToWhoHasTheGreatest(DirectoryRole role) {
      assertThat(denied(List.of(), role)).isEqualTo(PermissionDeniedError.notCovered(List.of("input", "user")));
    }

    @ParameterizedTest
    @EnumSource(
      names = { "AUTHENTICATION_ADMINISTRATOR", "PRIVILEGED_AUTHENTICATION_ADMINISTRATOR", "GLOBAL_ADMINISTRATOR" }
    )
    void namesThePermissionAndNoRoleToWhoHasTheRole(DirectoryRole role) {
      assertThat(denied(REACHING_OTHERS, role)).isEqualTo(
        PermissionDeniedError.lacking(List.of(), REACHING_OTHERS, List.of())
      );
    }

    @Test
    void namesBothToWhoHasNeither() {
      assertThat(denied(REACHING_OTHERS, GLOBAL_READER)).isEqualTo(
        PermissionDeniedError.lacking(List.of(), REACHING_OTHERS, List.of(AA, PAA))
      );
    }

    @Test
    void namesNothingToWhoMayReadAndCannotReachTheUser() {
      var refused = Failing.refused(403, "accessDenied");
      assertThat(POLICY.denied(caller(GLOBAL_READER), KIM, Operations.READ, refused)).isEqualTo(
        PermissionDeniedError.notCovered(List.of("input", "user"))
      );
    }

    @Test
    void namesNothingWhereTheGatewayActsAsAnApplicationWhichWasRefusedItself() {
      for (var caller : List.of(caller(), caller(AUTHENTICATION_ADMINISTRATOR), application())) {
        assertThat(AS_APPLICATION.denied(caller, KIM, Operations.ADD, Failing.lacking(REACHING_OTHERS))).isEqualTo(
          PermissionDeniedError.notCovered(List.of("input", "user"))
        );
      }
    }

    @Test
    void namesNoRoleForTheOwnAccountWhichTakesNone() {
      var refused = Failing.refused(403, "accessDenied");
      assertThat(
        POLICY.denied(caller(), Calls.caller().objectId(), Operations.DELETE, refused).acceptedRoles()
      ).isEmpty();
    }

    @Test
    void neverNamesARoleThatTheCallerHas() {
      for (var role : DirectoryRole.values()) {
        for (var operation : List.of(Operations.READ, Operations.ADD, Operations.UPDATE, Operations.ENABLE)) {
          var refused = Failing.refused(403, "accessDenied");
          assertThat(POLICY.denied(caller(role), KIM, operation, refused).acceptedRoles()).doesNotContain(
            role.displayName()
          );
        }
      }
    }

    private static PermissionDeniedError denied(List<String> missing, DirectoryRole... roles) {
      var refused = Failing.lacking(missing);
      return POLICY.denied(caller(roles), KIM, Operations.ADD, refused);
    }
  }

  @Nested
  class ATokenListsARole {

    @ParameterizedTest
    @EnumSource(
      names = { "AUTHENTICATION_ADMINISTRATOR", "PRIVILEGED_AUTHENTICATION_ADMINISTRATOR", "GLOBAL_ADMINISTRATOR" }
    )
    void ofWriters(DirectoryRole role) {
      assertThat(POLICY.listsRole(caller(role), Operations.ADD)).isTrue();
    }

    @Test
    void ofAnApplicationWhichNeedsNone() {
      assertThat(POLICY.listsRole(application(), Operations.ADD)).isTrue();
    }

    @Test
    void notOfOthersWhoMayHaveOneAllTheSame() {
      assertThat(POLICY.listsRole(caller(HELPDESK_ADMINISTRATOR), Operations.ADD)).isFalse();
      assertThat(POLICY.listsRole(caller(), Operations.ADD)).isFalse();
      assertThat(POLICY.listsRole(caller(GLOBAL_READER), Operations.READ)).isTrue();
    }
  }

  @Nested
  class NumbersAreMasked {

    @Test
    void forAnAuthenticationAdministratorOfAGatewayThatActsAsAnApplication() {
      assertThat(AS_APPLICATION.seesMasked(caller(AUTHENTICATION_ADMINISTRATOR))).isTrue();
    }

    @Test
    void notByTheGatewayWhereEntraSeesToIt() {
      assertThat(POLICY.seesMasked(caller(AUTHENTICATION_ADMINISTRATOR))).isFalse();
    }

    @Test
    void notForOthers() {
      assertThat(AS_APPLICATION.seesMasked(application())).isFalse();
      assertThat(AS_APPLICATION.seesMasked(caller(AUTHENTICATION_ADMINISTRATOR, GLOBAL_READER))).isFalse();
      assertThat(AS_APPLICATION.seesMasked(caller(PRIVILEGED_AUTHENTICATION_ADMINISTRATOR))).isFalse();
    }
  }
}
