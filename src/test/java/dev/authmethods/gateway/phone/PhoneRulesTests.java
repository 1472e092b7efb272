package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.method.PhoneType.ALTERNATE_MOBILE;
import static dev.authmethods.gateway.method.PhoneType.MOBILE;
import static dev.authmethods.gateway.method.PhoneType.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.error.InvalidPhoneNumberError;
import dev.authmethods.gateway.error.MobilePhoneRequiredError;
import dev.authmethods.gateway.error.MobilePhoneStillNeededError;
import dev.authmethods.gateway.error.OwnAccountNotAllowedError;
import dev.authmethods.gateway.error.PermissionDeniedError;
import dev.authmethods.gateway.error.PhoneMethodNotFoundError;
import dev.authmethods.gateway.error.PhoneTypeAlreadyRegisteredError;
import dev.authmethods.gateway.error.PhoneTypeRequiredError;
import dev.authmethods.gateway.error.SmsSignInNotAllowedError;
import dev.authmethods.gateway.error.SmsSignInNotAllowedReason;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhoneRulesTests {

  private static final UserKey KIM = new ObjectId("10000000-0000-4000-8000-000000000001");
  private static final ObjectId AVERY = new ObjectId("a0000000-0000-4000-8000-000000000001");

  @Nested
  class NumberHasTheForm {

    @Test
    void isKeptByTheRequiredForm() {
      assertThat(PhoneRules.numberHasTheForm("+1 2065550123")).isEmpty();
    }

    @Test
    void namesTheNumber() {
      assertThat(PhoneRules.numberHasTheForm("+12065550123"))
        .map(InvalidPhoneNumberError::path)
        .hasValue(List.of("input", "phoneNumber"));
    }
  }

  @Nested
  class TypeIsGiven {

    @ParameterizedTest
    @EnumSource
    void isKeptByEveryType(PhoneType type) {
      assertThat(PhoneRules.typeIsGiven(type)).isEmpty();
    }

    @Test
    void offersAllTypes() {
      assertThat(PhoneRules.typeIsGiven(null))
        .map(PhoneTypeRequiredError::allowedTypes)
        .hasValue(List.of(PhoneType.values()));
    }
  }

  @Nested
  class NotTheOwnAccount {

    @Test
    void isBrokenByTheCallersObjectId() {
      assertThat(PhoneRules.notTheOwnAccount(avery(), AVERY, policy())).hasValue(
        new OwnAccountNotAllowedError(List.of("input", "user"))
      );
    }

    @Test
    void isBrokenByTheCallersNameInAnyCase() {
      assertThat(
        PhoneRules.notTheOwnAccount(avery(), new UserPrincipalName("Avery@CONTOSO.com"), policy())
      ).isPresent();
    }

    @Test
    void isKeptForOthers() {
      assertThat(PhoneRules.notTheOwnAccount(avery(), KIM, policy())).isEmpty();
    }

    @Test
    void isKeptByACallerWithoutAName() {
      var nameless = caller(null, List.of(), true);
      assertThat(PhoneRules.notTheOwnAccount(nameless, new UserPrincipalName("avery@contoso.com"), policy())).isEmpty();
    }

    @Test
    void isLeftToTheObjectIdWhereTheGatewayActsAsAnApplication() {
      var policy = Samples.AS_APPLICATION;
      assertThat(PhoneRules.notTheOwnAccount(avery(), AVERY, policy)).isPresent();
      assertThat(PhoneRules.notTheOwnAccount(avery(), KIM, policy)).isEmpty();
      assertThat(PhoneRules.notTheOwnAccount(avery(), new UserPrincipalName("avery@contoso.com"), policy)).isEmpty();
    }

    @Test
    void canBeSwitchedOff() {
      var allowing = new PhonePolicy(NationalCloud.GLOBAL, ActingAs.CALLER, true);
      assertThat(PhoneRules.notTheOwnAccount(avery(), AVERY, allowing)).isEmpty();
    }
  }

  @Nested
  class CloudOffers {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHINA_21VIANET")
    void everythingOutsideChina(NationalCloud cloud) {
      assertThat(operations().map(operation -> PhoneRules.cloudOffers(operation, in(cloud)))).allMatch(
        Optional::isEmpty
      );
    }

    @Test
    void noAddingAndNoSignInSettingsInChina() {
      var china = in(NationalCloud.CHINA_21VIANET);
      assertThat(PhoneRules.cloudOffers(Operation.ADD, china)).isPresent();
      assertThat(PhoneRules.cloudOffers(Operation.SMS_SIGN_IN, china)).isPresent();
      assertThat(PhoneRules.cloudOffers(Operation.READ, china)).isEmpty();
      assertThat(PhoneRules.cloudOffers(Operation.UPDATE, china)).isEmpty();
      assertThat(PhoneRules.cloudOffers(Operation.DELETE, china)).isEmpty();
    }

    private static PhonePolicy in(NationalCloud cloud) {
      return new PhonePolicy(cloud, ActingAs.CALLER, false);
    }

    private static Stream<Operation> operations() {
      return Stream.of(Operation.READ, Operation.ADD, Operation.UPDATE, Operation.DELETE, Operation.SMS_SIGN_IN);
    }
  }

  @Nested
  class RoleMay {

    private static final PhonePolicy AS_APPLICATION = new PhonePolicy(
      NationalCloud.GLOBAL,
      ActingAs.APPLICATION,
      false
    );

    @Test
    void isLeftToEntraOnBehalfOfTheCaller() {
      assertThat(PhoneRules.roleMay(caller("kim@contoso.com", List.of(), false), Operation.ADD, policy())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = { "AUTHENTICATION_ADMINISTRATOR", "PRIVILEGED_AUTHENTICATION_ADMINISTRATOR" })
    void isKeptByWriters(DirectoryRole role) {
      assertThat(PhoneRules.roleMay(withRole(role), Operation.ADD, AS_APPLICATION)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = { "AUTHENTICATION_ADMINISTRATOR", "PRIVILEGED_AUTHENTICATION_ADMINISTRATOR" }
    )
    void isBrokenByAllOthers(DirectoryRole role) {
      assertThat(PhoneRules.roleMay(withRole(role), Operation.ADD, AS_APPLICATION)).isPresent();
    }

    @Test
    void letsAGlobalReaderRead() {
      assertThat(PhoneRules.roleMay(withRole(DirectoryRole.GLOBAL_READER), Operation.READ, AS_APPLICATION)).isEmpty();
    }

    @Test
    void namesThePermissionsOfAnApplication() {
      assertThat(PhoneRules.roleMay(caller("kim@contoso.com", List.of(), false), Operation.ADD, AS_APPLICATION))
        .map(PermissionDeniedError::requiredPermissions)
        .hasValue(List.of("UserAuthenticationMethod.ReadWrite.All", "UserAuthMethod-Phone.ReadWrite.All"));
    }

    @Test
    void isNotAskedOfAnApplication() {
      assertThat(PhoneRules.roleMay(Samples.application(), Operation.ADD, AS_APPLICATION)).isEmpty();
    }

    @Test
    void saysNothingOfAPlace() {
      assertThat(PhoneRules.roleMay(Samples.caller(), Operation.ADD, AS_APPLICATION))
        .map(PermissionDeniedError::path)
        .hasValue(List.of());
    }

    private static Caller withRole(DirectoryRole role) {
      return caller("avery@contoso.com", List.of(role.templateId()), false);
    }
  }

  @Nested
  class RoleIsLimited {

    @Test
    void neverOnBehalfOfTheCaller() {
      assertThat(PhoneRules.roleIsLimited(Samples.caller(), Samples.POLICY)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PRIVILEGED_AUTHENTICATION_ADMINISTRATOR")
    void whereItIsNotThePrivilegedOne(DirectoryRole role) {
      assertThat(PhoneRules.roleIsLimited(Samples.caller(role), Samples.AS_APPLICATION)).isTrue();
    }

    @Test
    void notWhereItIsThePrivilegedOne() {
      var privileged = Samples.caller(DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR);
      assertThat(PhoneRules.roleIsLimited(privileged, Samples.AS_APPLICATION)).isFalse();
    }
  }

  @Nested
  class SeesNumbersMasked {

    private static final DirectoryRole ADMINISTRATOR = DirectoryRole.AUTHENTICATION_ADMINISTRATOR;

    @Test
    void asAnAuthenticationAdministratorOfAGatewayThatActsAsAnApplication() {
      assertThat(PhoneRules.seesNumbersMasked(Samples.caller(ADMINISTRATOR), Samples.AS_APPLICATION)).isTrue();
    }

    @Test
    void notByTheGatewayWhereEntraSeesToIt() {
      assertThat(PhoneRules.seesNumbersMasked(Samples.caller(ADMINISTRATOR), Samples.POLICY)).isFalse();
    }

    @Test
    void notAsAnApplication() {
      assertThat(PhoneRules.seesNumbersMasked(Samples.application(), Samples.AS_APPLICATION)).isFalse();
    }

    @Test
    void notAsAReaderOfEverything() {
      var reader = Samples.caller(ADMINISTRATOR, DirectoryRole.GLOBAL_READER);
      assertThat(PhoneRules.seesNumbersMasked(reader, Samples.AS_APPLICATION)).isFalse();
    }
  }

  @Nested
  class RoleIsExpected {

    @ParameterizedTest
    @EnumSource(
      names = { "AUTHENTICATION_ADMINISTRATOR", "PRIVILEGED_AUTHENTICATION_ADMINISTRATOR", "GLOBAL_ADMINISTRATOR" }
    )
    void ofWriters(DirectoryRole role) {
      assertThat(expected(Samples.caller(role), KIM)).isEmpty();
    }

    @Test
    void ofNoOtherRole() {
      assertThat(expected(Samples.caller(DirectoryRole.HELPDESK_ADMINISTRATOR), KIM)).hasValue(
        Operation.ADD.needs(ActingAs.CALLER).denied(List.of())
      );
    }

    @Test
    void notOfATokenWithoutRoles() {
      assertThat(expected(Samples.caller(), KIM)).isEmpty();
    }

    @Test
    void notForTheOwnAccount() {
      assertThat(expected(Samples.caller(DirectoryRole.HELPDESK_ADMINISTRATOR), AVERY)).isEmpty();
    }

    @Test
    void notOfAnApplication() {
      assertThat(expected(Samples.application(DirectoryRole.HELPDESK_ADMINISTRATOR), KIM)).isEmpty();
    }

    @Test
    void notWhereTheGatewayActsAsAnApplication() {
      var helpdesk = Samples.caller(DirectoryRole.HELPDESK_ADMINISTRATOR);
      assertThat(PhoneRules.roleIsExpected(helpdesk, KIM, Operation.ADD, Samples.AS_APPLICATION)).isEmpty();
    }

    private static Optional<PermissionDeniedError> expected(Caller caller, UserKey user) {
      return PhoneRules.roleIsExpected(caller, user, Operation.ADD, Samples.POLICY);
    }
  }

  @Nested
  class OnePhoneOfEachType {

    @Test
    void saysThatTheNumberIsTheSame() {
      assertThat(sameNumber(Samples.NUMBER, "+12065550123")).isTrue();
    }

    @Test
    void saysThatTheNumberIsAnother() {
      assertThat(sameNumber(Samples.NUMBER, Samples.OTHER_NUMBER)).isFalse();
      assertThat(sameNumber(Samples.NUMBER, "+1 XXXXXXXX24")).isFalse();
      assertThat(sameNumber(Samples.NUMBER, null)).isFalse();
      assertThat(sameNumber("nonsense", Samples.NUMBER)).isFalse();
    }

    @Test
    void doesNotSayWhetherANumberIsTheSameThatIsMasked() {
      assertThat(sameNumber(Samples.NUMBER, Samples.MASKED)).isNull();
    }

    @Test
    void saysNothingOfANumberThatWasNotGiven() {
      assertThat(PhoneRules.onePhoneOfEachType(MOBILE, phones(MOBILE))).hasValue(
        new PhoneTypeAlreadyRegisteredError(List.of("input", "phoneType"), phone(MOBILE), null)
      );
    }

    @Test
    void isKeptByANumberOfAFreeType() {
      assertThat(PhoneRules.onePhoneOfEachType(OFFICE, Samples.NUMBER, phones(MOBILE))).isEmpty();
    }

    private static @Nullable Boolean sameNumber(String asked, @Nullable String held) {
      var existing = Samples.phone(MOBILE, held);
      return PhoneRules.onePhoneOfEachType(MOBILE, asked, List.of(existing)).orElseThrow().sameNumber();
    }

    @ParameterizedTest
    @EnumSource
    void isKeptWithoutPhones(PhoneType type) {
      assertThat(PhoneRules.onePhoneOfEachType(type, List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isBrokenByTheSameType(PhoneType type) {
      assertThat(PhoneRules.onePhoneOfEachType(type, phones(MOBILE, ALTERNATE_MOBILE, OFFICE)))
        .map(PhoneTypeAlreadyRegisteredError::existing)
        .hasValue(phone(type));
    }

    @Test
    void looksPastATypeOfTheFuture() {
      var unknown = new PhoneMethod(KIM, "id", null, "+1 2065550123", null, SmsSignInState.UNKNOWN);
      assertThat(PhoneRules.onePhoneOfEachType(MOBILE, List.of(unknown))).isEmpty();
    }
  }

  @Nested
  class MobileBeforeAlternateMobile {

    @Test
    void isBrokenWithoutAMobile() {
      assertThat(PhoneRules.mobileBeforeAlternateMobile(ALTERNATE_MOBILE, phones(OFFICE)))
        .map(MobilePhoneRequiredError::requiredType)
        .hasValue(MOBILE);
    }

    @Test
    void isKeptWithAMobile() {
      assertThat(PhoneRules.mobileBeforeAlternateMobile(ALTERNATE_MOBILE, phones(MOBILE))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ALTERNATE_MOBILE")
    void isKeptByTheOtherTypes(PhoneType type) {
      assertThat(PhoneRules.mobileBeforeAlternateMobile(type, List.of())).isEmpty();
    }
  }

  @Nested
  class PhoneIsHeld {

    @Test
    void isKeptByAPhoneOfTheType() {
      assertThat(PhoneRules.phoneIsHeld(OFFICE, phones(MOBILE, OFFICE))).isEmpty();
    }

    @Test
    void listsTheTypesThatThereAre() {
      assertThat(PhoneRules.phoneIsHeld(ALTERNATE_MOBILE, phones(MOBILE, OFFICE)))
        .map(PhoneMethodNotFoundError::registeredTypes)
        .hasValue(List.of(MOBILE, OFFICE));
    }
  }

  @Nested
  class MobileAfterAlternateMobile {

    @Test
    void isBrokenByTheMobileBesideAnAlternate() {
      assertThat(PhoneRules.mobileAfterAlternateMobile(MOBILE, phones(MOBILE, ALTERNATE_MOBILE)))
        .map(MobilePhoneStillNeededError::dependent)
        .hasValue(phone(ALTERNATE_MOBILE));
    }

    @Test
    void isKeptByTheAlternate() {
      assertThat(PhoneRules.mobileAfterAlternateMobile(ALTERNATE_MOBILE, phones(MOBILE, ALTERNATE_MOBILE))).isEmpty();
    }

    @Test
    void isKeptByTheMobileBesideAnOfficePhone() {
      assertThat(PhoneRules.mobileAfterAlternateMobile(MOBILE, phones(MOBILE, OFFICE))).isEmpty();
    }
  }

  @Nested
  class SmsSignIn {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MOBILE")
    void isForMobiles(PhoneType type) {
      assertThat(PhoneRules.smsSignInIsForMobiles(type))
        .map(SmsSignInNotAllowedError::reason)
        .hasValue(SmsSignInNotAllowedReason.NOT_A_MOBILE_PHONE);
    }

    @Test
    void isKeptByAMobile() {
      assertThat(PhoneRules.smsSignInIsForMobiles(MOBILE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "NOT_ALLOWED_BY_POLICY, NOT_ALLOWED_BY_POLICY",
      "PHONE_NUMBER_NOT_UNIQUE, PHONE_NUMBER_NOT_UNIQUE",
      "NOT_SUPPORTED, NOT_A_MOBILE_PHONE",
    })
    void isRefusedByTheStateOfThePhone(SmsSignInState state, SmsSignInNotAllowedReason reason) {
      assertThat(PhoneRules.smsSignInIsAllowed(MOBILE, List.of(phone(MOBILE, state))))
        .map(SmsSignInNotAllowedError::reason)
        .hasValue(reason);
    }

    @ParameterizedTest
    @EnumSource(names = { "NOT_ENABLED", "READY", "NOT_CONFIGURED", "UNKNOWN" })
    void isAllowedInEveryOtherState(SmsSignInState state) {
      assertThat(PhoneRules.smsSignInIsAllowed(MOBILE, List.of(phone(MOBILE, state)))).isEmpty();
    }
  }

  private static PhonePolicy policy() {
    return new PhonePolicy(NationalCloud.GLOBAL, ActingAs.CALLER, false);
  }

  private static Caller avery() {
    return caller("avery@contoso.com", List.of(), false);
  }

  private static Caller caller(@Nullable String name, List<String> roles, boolean application) {
    return new Caller(
      AVERY,
      "8a1c2f60-5d3e-4b7a-9c41-2f0e6d7b3a15",
      name,
      roles,
      application,
      null,
      "token",
      Instant.MAX
    );
  }

  private static List<PhoneMethod> phones(PhoneType... types) {
    return Stream.of(types).map(PhoneRulesTests::phone).toList();
  }

  private static PhoneMethod phone(PhoneType type) {
    return phone(type, SmsSignInState.NOT_SUPPORTED);
  }

  private static PhoneMethod phone(PhoneType type, SmsSignInState state) {
    return new PhoneMethod(KIM, type.methodId(), null, "+1 2065550123", type, state);
  }
}
