package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.method.PhoneType.ALTERNATE_MOBILE;
import static dev.authmethods.gateway.method.PhoneType.MOBILE;
import static dev.authmethods.gateway.method.PhoneType.OFFICE;
import static dev.authmethods.gateway.phone.Samples.AS_APPLICATION;
import static dev.authmethods.gateway.phone.Samples.IN_CHINA;
import static dev.authmethods.gateway.phone.Samples.KIM;
import static dev.authmethods.gateway.phone.Samples.MASKED;
import static dev.authmethods.gateway.phone.Samples.NO_VIOLATIONS;
import static dev.authmethods.gateway.phone.Samples.NUMBER;
import static dev.authmethods.gateway.phone.Samples.OTHER_NUMBER;
import static dev.authmethods.gateway.phone.Samples.POLICY;
import static dev.authmethods.gateway.phone.Samples.add;
import static dev.authmethods.gateway.phone.Samples.caller;
import static dev.authmethods.gateway.phone.Samples.delete;
import static dev.authmethods.gateway.phone.Samples.disable;
import static dev.authmethods.gateway.phone.Samples.enable;
import static dev.authmethods.gateway.phone.Samples.phone;
import static dev.authmethods.gateway.phone.Samples.set;
import static dev.authmethods.gateway.phone.Samples.update;
import static dev.authmethods.gateway.phone.Samples.violation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.entra.Failing;
import dev.authmethods.gateway.error.CloudNotSupportedError;
import dev.authmethods.gateway.error.DefaultMethodError;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.InvalidInputError;
import dev.authmethods.gateway.error.InvalidPhoneNumberError;
import dev.authmethods.gateway.error.InvalidPhoneNumberReason;
import dev.authmethods.gateway.error.MobilePhoneRequiredError;
import dev.authmethods.gateway.error.MobilePhoneStillNeededError;
import dev.authmethods.gateway.error.OutcomeUnknownError;
import dev.authmethods.gateway.error.OwnAccountNotAllowedError;
import dev.authmethods.gateway.error.PermissionDeniedError;
import dev.authmethods.gateway.error.PhoneMethodChangedError;
import dev.authmethods.gateway.error.PhoneMethodNotFoundError;
import dev.authmethods.gateway.error.PhoneTypeAlreadyRegisteredError;
import dev.authmethods.gateway.error.PhoneTypeRequiredError;
import dev.authmethods.gateway.error.SmsSignInNotAllowedError;
import dev.authmethods.gateway.error.SmsSignInNotAllowedReason;
import dev.authmethods.gateway.error.UpstreamRefusedError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.fixtures.Calls;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserRef;
import dev.authmethods.gateway.phone.PhoneNumber.Likeness;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the changes of phones have in common, and what each has of its own. */
class PhoneChangeTests {

  private static final String NO_NUMBER = "+12065550123";
  private static final List<PhoneMethod> NONE = List.of();
  private static final List<PhoneMethod> HELD = List.of(phone(MOBILE));

  private final RecordedPhones phones = new RecordedPhones(NONE);

  static Stream<PhoneChange<?>> all(@Nullable PhoneType type, String number, Violations violations) {
    return Stream.concat(numbered(type, number, violations), numberless(type, violations));
  }

  static Stream<PhoneChange<?>> numbered(@Nullable PhoneType type, String number, Violations violations) {
    return Stream.of(add(type, number, violations), set(type, number, violations), update(type, number, violations));
  }

  static Stream<PhoneChange<?>> numberless(@Nullable PhoneType type, Violations violations) {
    return Stream.of(delete(type, violations), enable(type, violations), disable(type, violations));
  }

  static Stream<PhoneChange<?>> mobile() {
    return all(MOBILE, NUMBER, NO_VIOLATIONS);
  }

  static Stream<PhoneChange<?>> ofHeld() {
    return mobile().filter(ChangeOfHeldPhone.class::isInstance);
  }

  @Nested
  class Each {

    static Stream<Arguments> kinds() {
      return Stream.of(
        Arguments.of(add(MOBILE, NUMBER), "addPhoneMethod", Operation.ADD),
        Arguments.of(set(MOBILE, NUMBER), "setPhoneMethod", Operation.ADD),
        Arguments.of(update(MOBILE, NUMBER), "updatePhoneMethod", Operation.UPDATE),
        Arguments.of(delete(MOBILE), "deletePhoneMethod", Operation.DELETE),
        Arguments.of(enable(MOBILE), "enableSmsSignIn", Operation.SMS_SIGN_IN),
        Arguments.of(disable(MOBILE), "disableSmsSignIn", Operation.SMS_SIGN_IN)
      );
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hasAMutationAndAnOperation(PhoneChange<?> change, String mutation, Operation operation) {
      assertThat(change.mutation()).isEqualTo(mutation);
      assertThat(change.operation()).isSameAs(operation);
    }

    @Test
    void isAboutATypeAndPerhapsANumber() {
      assertThat(numbered(OFFICE, NUMBER, NO_VIOLATIONS).map(PhoneChange::arguments)).containsOnly(
        List.of("OFFICE", NUMBER)
      );
      assertThat(numberless(OFFICE, NO_VIOLATIONS).map(PhoneChange::arguments)).containsOnly(List.of("OFFICE"));
    }

    @Test
    void looksFirstButTheOneThatIsRefusedBySomethingThere() {
      assertThat(
        mobile()
          .filter(change -> !change.looksFirst())
          .map(PhoneChange::mutation)
      ).containsExactly("addPhoneMethod");
    }

    @Test
    void leavesAPhoneButTheOneThatDeletesIt() {
      assertThat(
        mobile()
          .filter(change -> !change.leavesAPhone())
          .map(PhoneChange::mutation)
      ).containsExactly("deletePhoneMethod");
    }

    @Test
    void needsTheObjectIdWhereANameHasBeenSeenToDoNothing() {
      assertThat(mobile().filter(PhoneChange::needsObjectId).map(PhoneChange::mutation)).containsExactly(
        "enableSmsSignIn",
        "disableSmsSignIn"
      );
    }

    @Test
    void staysWhatItIsWhateverIsHeldButTheOneThatDecides() {
      assertThat(
        mobile()
          .filter(change -> !change.facing(true).equals(change))
          .map(PhoneChange::mutation)
      ).containsExactly("setPhoneMethod");
    }

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.phone.PhoneChangeTests#mobile")
    void hasNoEffectToTellAndSomethingToWrite(PhoneChange<?> change) {
      assertThat(change.effect()).isNull();
      assertThat(change.isNothing(HELD)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.phone.PhoneChangeTests#mobile")
    void tellsAnOutcomeThatIsUnknown(PhoneChange<?> change) {
      assertThat(change.unknown(Duration.ofMillis(1500))).isEqualTo(new OutcomeUnknownError(List.of(), 1.5));
      assertThat(change.unknown(null)).isEqualTo(new OutcomeUnknownError(List.of(), null));
    }

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.phone.PhoneChangeTests#mobile")
    void tellsWhatAFailureNeeds(PhoneChange<?> change) {
      var refused = Failing.refused(403, "accessDenied");
      assertThat(change.failed(refused, caller(), KIM, POLICY)).isEqualTo(
        POLICY.denied(caller(), KIM, change.operation(), refused)
      );
      var gone = Failing.refused(404, "gone");
      assertThat(change.failed(gone, caller(), KIM, POLICY).path()).isEqualTo(PhoneRules.USER);
    }

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.phone.PhoneChangeTests#mobile")
    void repeatsTheCodeOfARefusalThatNothingExplains(PhoneChange<?> change) {
      assertThat(change.refusal(Failing.refused(409, "conflict")))
        .singleElement()
        .isEqualTo(new UpstreamRefusedError(List.of(), "conflict", "request-id"));
    }
  }

  @Nested
  class Shapes {

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.phone.PhoneChangeTests#mobile")
    void areRight(PhoneChange<?> change) {
      assertThat(change.shape()).isEmpty();
    }

    @Test
    void needAType() {
      assertThat(all(null, NUMBER, NO_VIOLATIONS).map(PhoneChangeTests::shape)).containsOnly(
        List.of(new PhoneTypeRequiredError(PhoneRules.TYPE))
      );
    }

    @Test
    void needANumber() {
      assertThat(numbered(MOBILE, NO_NUMBER, NO_VIOLATIONS).map(PhoneChangeTests::shape)).containsOnly(
        List.of(new InvalidPhoneNumberError(PhoneRules.NUMBER, InvalidPhoneNumberReason.MISSING_SPACE, NUMBER, null))
      );
    }

    @Test
    void keepTheConstraintsOfTheSchema() {
      var violation = violation("input", "clientMutationId");
      assertThat(all(MOBILE, NUMBER, violation).map(PhoneChangeTests::shape)).containsOnly(
        List.copyOf(violation.errors())
      );
    }

    @Test
    void tellEverythingThatIsWrongAtOnce() {
      var violation = violation("input", "clientMutationId");
      assertThat(numbered(null, NO_NUMBER, violation).map(change -> change.shape().size())).containsOnly(3);
      assertThat(numberless(null, violation).map(change -> change.shape().size())).containsOnly(2);
    }
  }

  @Nested
  class Standing {

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.phone.PhoneChangeTests#mobile")
    void isGood(PhoneChange<?> change) {
      assertThat(change.standing(caller(), KIM, POLICY)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.phone.PhoneChangeTests#mobile")
    void needsARoleWhereTheGatewayActsAsAnApplication(PhoneChange<?> change) {
      assertThat(change.standing(caller(), KIM, AS_APPLICATION))
        .singleElement()
        .isInstanceOf(PermissionDeniedError.class);
      var admin = caller(DirectoryRole.AUTHENTICATION_ADMINISTRATOR);
      assertThat(change.standing(admin, KIM, AS_APPLICATION)).isEmpty();
    }

    @Test
    void endsWhereAPhoneOfTheOwnAccountWouldGetANumber() {
      assertThat(
        mobile()
          .filter(change -> !ofTheOwnAccount(change).isEmpty())
          .map(PhoneChange::mutation)
      ).containsExactly("addPhoneMethod", "setPhoneMethod", "updatePhoneMethod");
      assertThat(mobile().flatMap(change -> ofTheOwnAccount(change).stream())).containsOnly(
        new OwnAccountNotAllowedError(PhoneRules.USER)
      );
    }

    private static List<ExpectedError> ofTheOwnAccount(PhoneChange<?> change) {
      return List.copyOf(change.standing(caller(), Calls.caller().objectId(), POLICY));
    }

    @Test
    void endsInChina() {
      assertThat(
        mobile()
          .filter(change -> !inChina(change).isEmpty())
          .map(PhoneChange::mutation)
      ).containsExactly("addPhoneMethod", "setPhoneMethod", "enableSmsSignIn", "disableSmsSignIn");
      assertThat(mobile().flatMap(change -> inChina(change).stream())).allMatch(
        CloudNotSupportedError.class::isInstance
      );
    }

    private static List<ExpectedError> inChina(PhoneChange<?> change) {
      return List.copyOf(change.standing(caller(), KIM, IN_CHINA));
    }

    @Test
    void endsWhereOnlyMobilesSignIn() {
      assertThat(
        all(OFFICE, NUMBER, NO_VIOLATIONS)
          .filter(change -> !change.standing(caller(), KIM, POLICY).isEmpty())
          .map(PhoneChange::mutation)
      ).containsExactly("enableSmsSignIn", "disableSmsSignIn");
    }
  }

  @Nested
  class Adding {

    @Test
    void needsAPlaceThatIsFree() {
      assertThat(add(MOBILE, NUMBER).state(NONE)).isEmpty();
      assertThat(add(MOBILE, NUMBER).state(HELD)).containsExactly(
        new PhoneTypeAlreadyRegisteredError(PhoneRules.TYPE, phone(MOBILE), true)
      );
    }

    @Test
    void ofAnAlternateNeedsAMobile() {
      assertThat(add(ALTERNATE_MOBILE, NUMBER).state(NONE)).containsExactly(
        new MobilePhoneRequiredError(PhoneRules.TYPE)
      );
      assertThat(add(ALTERNATE_MOBILE, NUMBER).state(HELD)).isEmpty();
    }

    @Test
    void isCertainOfWhatItSees() {
      assertThat(add(MOBILE, NUMBER).certain(HELD)).isEqualTo(add(MOBILE, NUMBER).state(HELD));
    }

    @Test
    void isOvertakenByAnotherPhoneOfTheType() {
      var other = phone(MOBILE, OTHER_NUMBER);
      assertThat(add(MOBILE, NUMBER).overtaken(List.of(other))).containsExactly(
        new PhoneTypeAlreadyRegisteredError(PhoneRules.TYPE, other, false)
      );
    }

    @Test
    void isOneWrite() {
      assertThat(add(MOBILE, NUMBER).write(phones, Calls.unhurried(), KIM)).isEqualTo(phone(MOBILE));
      assertThat(phones.asked()).containsExactly("add " + KIM + " MOBILE " + NUMBER);
    }

    @Test
    void canBeAskedForWithoutANumber() {
      assertThat(AddPhone.canAdd(MOBILE, NONE)).isEmpty();
      assertThat(AddPhone.canAdd(MOBILE, HELD)).containsExactly(
        new PhoneTypeAlreadyRegisteredError(PhoneRules.TYPE, phone(MOBILE), null)
      );
      assertThat(AddPhone.canAdd(ALTERNATE_MOBILE, NONE)).hasSize(1);
    }

    @Test
    void canBeAskedForOfEveryType() {
      assertThat(PhoneEligibility.of(HELD, List.of(), true))
        .extracting(PhoneEligibility::canAdd)
        .containsExactly(false, true, true);
      assertThat(PhoneEligibility.of(NONE, List.of(), true))
        .extracting(PhoneEligibility::canAdd)
        .containsExactly(true, false, true);
    }

    @Test
    void cannotBeAskedForWhereSomethingStandsAgainstTheCaller() {
      var standing = new OwnAccountNotAllowedError(PhoneRules.USER);
      assertThat(PhoneEligibility.of(HELD, List.of(standing), true))
        .extracting(PhoneEligibility::blockedBy)
        .containsOnly(List.of(standing))
        .hasSize(3);
    }
  }

  @Nested
  class AChangeOfAHeldPhone {

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.phone.PhoneChangeTests#ofHeld")
    void isMadeWhereItIsHeld(PhoneChange<?> change) {
      assertThat(change.facing(true).state(HELD)).isEmpty();
      assertThat(change.facing(true).certain(HELD)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.phone.PhoneChangeTests#ofHeld")
    void isNotMadeWhereItIsNot(PhoneChange<?> change) {
      var gone = new PhoneMethodNotFoundError(PhoneRules.TYPE, List.of(OFFICE));
      var held = List.of(phone(OFFICE));
      assertThat(change.facing(true).state(held)).singleElement().isEqualTo(gone);
      assertThat(change.facing(true).certain(held)).singleElement().isEqualTo(gone);
      assertThat(change.facing(true).overtaken(held)).singleElement().isEqualTo(gone);
    }

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.phone.PhoneChangeTests#ofHeld")
    void isOvertakenByAnotherChange(PhoneChange<?> change) {
      assertThat(change.facing(true).overtaken(HELD))
        .singleElement()
        .isEqualTo(new PhoneMethodChangedError(PhoneRules.TYPE, phone(MOBILE)));
    }
  }

  @Nested
  class Updating {

    @Test
    void isOneWrite() {
      assertThat(update(MOBILE, NUMBER).write(phones, Calls.unhurried(), KIM)).isNull();
      assertThat(phones.asked()).containsExactly("update " + KIM + " MOBILE " + NUMBER);
    }
  }

  @Nested
  class ANumber {

    @Test
    void isLikeTheOneThatIsHeld() {
      assertThat(likeness(HELD)).containsOnly(Likeness.SAME);
      assertThat(likeness(List.of(phone(MOBILE, MASKED)))).containsOnly(Likeness.SAME_WHERE_SHOWN);
      assertThat(likeness(List.of(phone(MOBILE, OTHER_NUMBER)))).containsOnly(Likeness.OTHER);
      assertThat(likeness(List.of(phone(OFFICE)))).containsOnly(Likeness.OTHER);
    }

    private static Stream<Likeness> likeness(List<PhoneMethod> held) {
      return numbered(MOBILE, NUMBER, NO_VIOLATIONS).map(change -> change.likeness(held));
    }

    @Test
    void isWhatABadRequestRefuses() {
      assertThat(numbered(MOBILE, NUMBER, NO_VIOLATIONS).map(change -> refusal(change, "badRequest"))).containsOnly(
        List.of(new InvalidPhoneNumberError(PhoneRules.NUMBER, InvalidPhoneNumberReason.REFUSED_UPSTREAM, null, null))
      );
    }

    @Test
    void isWhatIsMarked() {
      assertThat(numbered(MOBILE, NUMBER, NO_VIOLATIONS).map(change -> change.mark(phone(MOBILE)))).containsOnly(
        NUMBER
      );
      assertThat(delete(MOBILE).mark(phone(MOBILE, null))).isEqualTo("null");
    }
  }

  @Nested
  class Deleting {

    @Test
    void waitsForTheAlternate() {
      var alternate = phone(ALTERNATE_MOBILE);
      assertThat(delete(MOBILE).state(List.of(phone(MOBILE), alternate))).containsExactly(
        new MobilePhoneStillNeededError(PhoneRules.TYPE, alternate)
      );
    }

    @Test
    void isSeenByThePhoneBeingGone() {
      assertThat(delete(MOBILE).likeness(NONE)).isEqualTo(Likeness.SAME);
      assertThat(delete(MOBILE).likeness(HELD)).isEqualTo(Likeness.OTHER);
    }

    @Test
    void endsAtTheDefaultMethod() {
      assertThat(refusal(delete(MOBILE), "badRequest")).isEqualTo(List.of(new DefaultMethodError(PhoneRules.TYPE)));
    }

    @Test
    void isOneWrite() {
      assertThat(delete(MOBILE).write(phones, Calls.unhurried(), KIM)).isNull();
      assertThat(phones.asked()).containsExactly("delete " + KIM + " MOBILE");
    }
  }

  @Nested
  class SigningIn {

    @Test
    void isSeenWhenThePhoneIsReady() {
      assertThat(enable(MOBILE).likeness(in(SmsSignInState.READY))).isEqualTo(Likeness.SAME);
      assertThat(disable(MOBILE).likeness(in(SmsSignInState.READY))).isEqualTo(Likeness.OTHER);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "READY", "UNKNOWN" })
    void isSeenToBeOffInEveryOtherState(SmsSignInState state) {
      assertThat(enable(MOBILE).likeness(in(state))).isEqualTo(Likeness.OTHER);
      assertThat(disable(MOBILE).likeness(in(state))).isEqualTo(Likeness.SAME);
    }

    @Test
    void isNotSeenInAStateOfTheFuture() {
      assertThat(enable(MOBILE).likeness(in(SmsSignInState.UNKNOWN))).isEqualTo(Likeness.OTHER);
      assertThat(disable(MOBILE).likeness(in(SmsSignInState.UNKNOWN))).isEqualTo(Likeness.OTHER);
    }

    @Test
    void isNotSeenWithoutAPhone() {
      assertThat(enable(MOBILE).likeness(NONE)).isEqualTo(Likeness.OTHER);
      assertThat(disable(MOBILE).likeness(NONE)).isEqualTo(Likeness.OTHER);
    }

    @Test
    void isMarkedWithTheNumber() {
      assertThat(enable(MOBILE).mark(phone(MOBILE))).isEqualTo(NUMBER + " NOT_ENABLED");
      assertThat(disable(MOBILE).mark(phone(MOBILE))).isEqualTo(NUMBER + " NOT_ENABLED");
    }

    @Test
    void isExpectedToFailWhereThePolicySaysSoButTriedAllTheSame() {
      var held = in(SmsSignInState.NOT_ALLOWED_BY_POLICY);
      assertThat(enable(MOBILE).state(held)).containsExactly(
        notAllowed(SmsSignInNotAllowedReason.NOT_ALLOWED_BY_POLICY)
      );
      assertThat(enable(MOBILE).certain(held)).isEmpty();
    }

    @Test
    void isOvertakenByAChangeThatIsNoReasonToRefuse() {
      var held = in(SmsSignInState.NOT_ALLOWED_BY_POLICY);
      assertThat(enable(MOBILE).overtaken(held)).containsExactly(
        new PhoneMethodChangedError(PhoneRules.TYPE, held.getFirst())
      );
    }

    @Test
    void isRefusedForAReason() {
      assertThat(enable(MOBILE).refusal(Failing.refused(400, "phoneNumberNotUnique"))).containsExactly(
        notAllowed(SmsSignInNotAllowedReason.PHONE_NUMBER_NOT_UNIQUE)
      );
      assertThat(enable(MOBILE).refusal(Failing.refused(400, "disabledByPolicy"))).containsExactly(
        notAllowed(SmsSignInNotAllowedReason.NOT_ALLOWED_BY_POLICY)
      );
    }

    @Test
    void isOneWrite() {
      assertThat(enable(MOBILE).write(phones, Calls.unhurried(), KIM)).isNull();
      assertThat(disable(MOBILE).write(phones, Calls.unhurried(), KIM)).isNull();
      assertThat(phones.asked()).containsExactly("enable " + KIM + " MOBILE", "disable " + KIM + " MOBILE");
    }

    private static List<PhoneMethod> in(SmsSignInState state) {
      return List.of(phone(MOBILE, NUMBER, state));
    }

    private static SmsSignInNotAllowedError notAllowed(SmsSignInNotAllowedReason reason) {
      return new SmsSignInNotAllowedError(PhoneRules.TYPE, reason);
    }
  }

  @Nested
  class Setting {

    @Test
    void addsWhereThereIsNone() {
      assertThat(set(MOBILE, NUMBER).state(NONE)).isEmpty();
      assertThat(set(ALTERNATE_MOBILE, NUMBER).state(NONE)).containsExactly(
        new MobilePhoneRequiredError(PhoneRules.TYPE)
      );
    }

    @Test
    void updatesWhereThereIsOne() {
      assertThat(set(MOBILE, NUMBER).state(List.of(phone(MOBILE, OTHER_NUMBER)))).isEmpty();
    }

    @Test
    void isNotWrittenBeforeItIsDecided() {
      assertThatThrownBy(() -> set(MOBILE, NUMBER).write(phones, Calls.unhurried(), KIM)).isInstanceOf(
        IllegalStateException.class
      );
    }

    @Test
    void whereThereIsNoneIsAdding() {
      var adding = set(MOBILE, NUMBER).facing(false);
      assertThat(adding.effect()).isEqualTo(PhoneEffect.ADDED);
      assertThat(adding.write(phones, Calls.unhurried(), KIM)).isEqualTo(phone(MOBILE));
      assertThat(phones.asked()).containsExactly("add " + KIM + " MOBILE " + NUMBER);
      assertThat(adding.state(HELD)).containsExactly(
        new PhoneTypeAlreadyRegisteredError(PhoneRules.TYPE, phone(MOBILE), true)
      );
      assertThat(adding.isNothing(HELD)).isFalse();
    }

    @Test
    void whereThereIsOneIsUpdating() {
      var updating = set(MOBILE, NUMBER).facing(true);
      assertThat(updating.effect()).isEqualTo(PhoneEffect.UPDATED);
      assertThat(updating.write(phones, Calls.unhurried(), KIM)).isNull();
      assertThat(phones.asked()).containsExactly("update " + KIM + " MOBILE " + NUMBER);
    }

    @Test
    void keepsWhatWasAskedWhenItIsDecided() {
      var violations = violation("input", "clientMutationId");
      var undecided = set(MOBILE, NUMBER, violations);
      assertThat(List.of(undecided.facing(true), undecided.facing(false)))
        .allMatch(decided -> decided.input().equals(undecided.input()))
        .allMatch(decided -> decided.violations().equals(violations));
    }

    @Test
    void isNothingWhereTheNumberIsThere() {
      assertThat(set(MOBILE, NUMBER).facing(true).isNothing(HELD)).isTrue();
    }

    @Test
    void isSomethingWhereTheNumberIsAnotherOrMayBe() {
      var updating = set(MOBILE, NUMBER).facing(true);
      assertThat(updating.isNothing(List.of(phone(MOBILE, OTHER_NUMBER)))).isFalse();
      assertThat(updating.isNothing(List.of(phone(MOBILE, MASKED)))).isFalse();
      assertThat(updating.isNothing(NONE)).isFalse();
    }

    @Test
    void isOvertakenByAnotherPhoneWhereThereWasNone() {
      var other = phone(MOBILE, OTHER_NUMBER);
      assertThat(set(MOBILE, NUMBER).facing(false).overtaken(List.of(other))).containsExactly(
        new PhoneMethodChangedError(PhoneRules.TYPE, other)
      );
    }
  }

  @Nested
  class Constraints {

    @Test
    void leaveTheNumberToItsRule() {
      assertThat(Broken.constraints(violation("input", "phoneNumber"), Samples.TO_KIM)).isEmpty();
    }

    @Test
    void haveAReferenceThatLeadsToNobody() {
      var nobody = new UserRef("nonsense", null, null);
      var error = new InvalidInputError(List.of("input", "user", "id"), "GlobalId", List.of());
      assertThat(Broken.constraints(NO_VIOLATIONS, nobody)).containsExactly(error);
      assertThat(Broken.constraints(violation("input", "clientMutationId"), nobody))
        .hasSize(2)
        .contains(error);
    }

    @Test
    void haveAReferenceOnceThatBreaksOneAlready() {
      var violation = violation("input", "user", "id");
      assertThat(Broken.constraints(violation, new UserRef("nonsense", null, null))).isEqualTo(violation.errors());
    }
  }

  private static List<ExpectedError> shape(PhoneChange<?> change) {
    return List.copyOf(change.shape());
  }

  private static List<ExpectedError> refusal(PhoneChange<?> change, String code) {
    return List.copyOf(change.refusal(Failing.refused(400, code)));
  }
}
