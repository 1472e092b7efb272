package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.method.PhoneType.ALTERNATE_MOBILE;
import static dev.authmethods.gateway.method.PhoneType.MOBILE;
import static dev.authmethods.gateway.method.PhoneType.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.Effect;
import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.Failing;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.UpstreamRefusedError;
import dev.authmethods.gateway.fixtures.Calls;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserRef;
import dev.authmethods.gateway.phone.PhoneErrors.InvalidPhoneNumberError;
import dev.authmethods.gateway.phone.PhoneErrors.MobilePhoneRequiredError;
import dev.authmethods.gateway.phone.PhoneErrors.PhoneMethodChangedError;
import dev.authmethods.gateway.phone.PhoneErrors.PhoneMethodNotFoundError;
import dev.authmethods.gateway.phone.PhoneErrors.PhoneTypeAlreadyRegisteredError;
import dev.authmethods.gateway.phone.PhoneErrors.PhoneTypeRequiredError;
import dev.authmethods.gateway.phone.PhoneErrors.SmsSignInNotAllowedError;
import dev.authmethods.gateway.phone.PhoneErrors.SmsSignInNotAllowedReason;
import dev.authmethods.gateway.phone.number.InvalidPhoneNumberReason;
import dev.authmethods.gateway.refusal.DefaultMethodError;
import dev.authmethods.gateway.refusal.MobilePhoneStillNeededError;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules that each change of a phone has, without Microsoft Graph. */
class PhoneChangeRulesTests {

  private static final ObjectId KIM = new ObjectId("10000000-0000-4000-8000-000000000001");
  private static final UserRef TO_KIM = new UserRef(null, KIM.value(), null);
  private static final String NUMBER = "+1 2065550123";
  private static final String OTHER_NUMBER = "+1 2065550124";
  private static final String MASKED = "+1 XXXXXXXX23";
  private static final List<PhoneMethod> NONE = List.of();
  private static final List<PhoneMethod> EXISTING = List.of(phone(MOBILE, NUMBER));

  @SuppressWarnings("NullAway") // Nothing gets as far as Microsoft Graph.
  private final EntraPhoneMethods phones = new EntraPhoneMethods(
    null,
    new AccessPolicy(NationalCloud.GLOBAL, ActingAs.CALLER),
    new PhoneSettings(false)
  );

  @Nested
  class Inputs {

    @Test
    void withoutATypeAreRefusedTogetherWithTheirNumber() {
      var input = new NumberInput(TO_KIM, "+12065550123", null, false, null, null);
      assertThat(input.parse((_, _) -> "parsed").errors()).containsExactly(
        new InvalidPhoneNumberError(PhoneRules.NUMBER, InvalidPhoneNumberReason.MISSING_SPACE, NUMBER, null),
        new PhoneTypeRequiredError(PhoneRules.TYPE)
      );
    }

    @Test
    void keepTheirNumberFromLogs() {
      assertThat(new NumberInput(TO_KIM, NUMBER, MOBILE, false, null, null).toString()).doesNotContain("206");
    }
  }

  @Nested
  class Each {

    @Test
    void isAboutATypeAndPerhapsANumber() {
      assertThat(numbered(OFFICE).map(PhoneChange::arguments)).containsOnly(List.of("OFFICE", NUMBER));
      assertThat(numberless(OFFICE).map(PhoneChange::arguments)).containsOnly(List.of("OFFICE"));
    }

    @Test
    void readsFirstButTheOneThatAnExistingPhoneRefuses() {
      assertThat(names(all().filter(change -> !change.readsFirst()))).containsExactly("addPhoneMethod");
    }

    @Test
    void leavesAPhoneButTheOneThatDeletesIt() {
      assertThat(names(all().filter(change -> !change.leavesMethod()))).containsExactly("deletePhoneMethod");
    }

    @Test
    void staysTheSameWithAnyExistingPhonesExceptTheOneThatSets() {
      assertThat(names(all().filter(change -> !change.resolve(true).equals(change)))).containsExactly("setPhoneMethod");
    }

    @Test
    void needsTheObjectIdWhereANameHasBeenSeenToDoNothing() {
      assertThat(names(all().filter(change -> change.operation().needsObjectId()))).containsExactly(
        "enableSmsSignIn",
        "disableSmsSignIn"
      );
    }

    @Test
    void repeatsTheCodeOfARefusalThatNothingExplains() {
      var error = new UpstreamRefusedError(List.of(), "conflict", "request-id");
      assertThat(all().map(change -> errors(change.refusalErrors(Failing.refused(409, "conflict"))))).containsOnly(
        List.of(error)
      );
    }

    @Test
    void ofAPhoneThatIsNotThereIsRefused() {
      var gone = new PhoneMethodNotFoundError(PhoneRules.TYPE, List.of(OFFICE));
      var existing = List.of(phone(OFFICE, NUMBER));
      assertThat(ofExisting().map(change -> errors(change.stateErrors(existing)))).containsOnly(List.of(gone));
      assertThat(ofExisting().map(change -> errors(change.conflictErrors(existing)))).containsOnly(List.of(gone));
      assertThat(ofExisting().map(change -> errors(change.certainErrors(EXISTING)))).containsOnly(List.of());
    }

    @Test
    void ofAPhoneThatSomebodyElseChangesIsAConflict() {
      var changed = new PhoneMethodChangedError(PhoneRules.TYPE, EXISTING.getFirst());
      assertThat(ofExisting().map(change -> errors(change.conflictErrors(EXISTING)))).containsOnly(List.of(changed));
    }

    private Stream<PhoneChange> ofExisting() {
      return Stream.concat(Stream.of(set(MOBILE).resolve(true), update(MOBILE)), numberless(MOBILE));
    }
  }

  @Nested
  class ANumber {

    @Test
    void isComparedWithTheExistingOne() {
      assertThat(matches(EXISTING)).containsOnly(Match.YES);
      assertThat(matches(List.of(phone(MOBILE, MASKED)))).containsOnly(Match.AS_FAR_AS_SHOWN);
      assertThat(matches(List.of(phone(MOBILE, OTHER_NUMBER)))).containsOnly(Match.NO);
      assertThat(matches(List.of(phone(MOBILE, null)))).containsOnly(Match.HIDDEN);
      assertThat(matches(List.of(phone(OFFICE, NUMBER)))).containsOnly(Match.NO);
    }

    private Stream<Match> matches(List<PhoneMethod> existing) {
      return numbered(MOBILE).map(change -> change.match(existing));
    }

    @Test
    void isRefusedByABadRequest() {
      var refused = new InvalidPhoneNumberError(
        PhoneRules.NUMBER,
        InvalidPhoneNumberReason.REFUSED_UPSTREAM,
        null,
        null
      );
      assertThat(
        numbered(MOBILE).map(change -> errors(change.refusalErrors(Failing.refused(400, "badRequest"))))
      ).containsOnly(List.of(refused));
    }

    @Test
    void isTheFingerprint() {
      assertThat(numbered(MOBILE).map(change -> change.fingerprint(EXISTING.getFirst()))).containsOnly(NUMBER);
      assertThat(delete(MOBILE).fingerprint(phone(MOBILE, null))).isEqualTo("null");
    }

    @Test
    void isMaskedForThoseWhoMayNotSeeItInFull() {
      assertThat(phones.masked(phone(MOBILE, NUMBER))).isEqualTo(phone(MOBILE, MASKED));
      assertThat(phones.masked(phone(MOBILE, null))).isEqualTo(phone(MOBILE, null));
    }
  }

  @Nested
  class Adding {

    @Test
    void needsAFreeType() {
      assertThat(add(MOBILE).stateErrors(NONE)).isEmpty();
      assertThat(errors(add(MOBILE).stateErrors(EXISTING))).containsExactly(
        new PhoneTypeAlreadyRegisteredError(PhoneRules.TYPE, EXISTING.getFirst(), true)
      );
    }

    @Test
    void anAlternateMobileNeedsAMobile() {
      assertThat(errors(add(ALTERNATE_MOBILE).stateErrors(NONE))).containsExactly(
        new MobilePhoneRequiredError(PhoneRules.TYPE)
      );
      assertThat(add(ALTERNATE_MOBILE).stateErrors(EXISTING)).isEmpty();
    }

    @Test
    void canBeCheckedWithoutANumber() {
      assertThat(AddPhoneMethod.stateErrors(MOBILE, NONE)).isEmpty();
      assertThat(errors(AddPhoneMethod.stateErrors(MOBILE, EXISTING))).containsExactly(
        new PhoneTypeAlreadyRegisteredError(PhoneRules.TYPE, EXISTING.getFirst(), null)
      );
    }

    @Test
    void conflictsWithAnotherPhoneOfTheType() {
      var other = phone(MOBILE, OTHER_NUMBER);
      assertThat(errors(add(MOBILE).conflictErrors(List.of(other)))).containsExactly(
        new PhoneTypeAlreadyRegisteredError(PhoneRules.TYPE, other, false)
      );
    }

    @Test
    void knowsThePhoneThatThereWillBe() {
      assertThat(add(OFFICE).expected(KIM)).isEqualTo(
        new PhoneMethod(KIM, OFFICE.methodId(), null, NUMBER, OFFICE, null)
      );
    }
  }

  @Nested
  class Setting {

    @Test
    void addsWhereThereIsNone() {
      var adding = set(MOBILE).resolve(false);
      assertThat(adding.effect()).isEqualTo(Effect.ADDED);
      assertThat(errors(adding.stateErrors(EXISTING))).containsExactly(
        new PhoneTypeAlreadyRegisteredError(PhoneRules.TYPE, EXISTING.getFirst(), true)
      );
      assertThat(adding.certainErrors(EXISTING)).isEmpty();
    }

    @Test
    void updatesWhereThereIsOne() {
      assertThat(set(MOBILE).resolve(true).effect()).isEqualTo(Effect.UPDATED);
      assertThat(set(MOBILE).stateErrors(List.of(phone(MOBILE, OTHER_NUMBER)))).isEmpty();
    }

    @Test
    void conflictsWithAnotherPhoneWhereThereWasNone() {
      var other = phone(MOBILE, OTHER_NUMBER);
      assertThat(errors(set(MOBILE).resolve(false).conflictErrors(List.of(other)))).containsExactly(
        new PhoneMethodChangedError(PhoneRules.TYPE, other)
      );
    }

    @Test
    void isNotWrittenBeforeItIsResolved() {
      assertThatThrownBy(() -> set(MOBILE).write(Calls.unhurried(), KIM)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Nested
  class Deleting {

    @Test
    void waitsForTheAlternateMobile() {
      var alternate = phone(ALTERNATE_MOBILE, NUMBER);
      assertThat(errors(delete(MOBILE).stateErrors(List.of(phone(MOBILE, NUMBER), alternate)))).containsExactly(
        new MobilePhoneStillNeededError(PhoneRules.TYPE, alternate)
      );
    }

    @Test
    void isSeenByThePhoneBeingGone() {
      assertThat(delete(MOBILE).match(NONE)).isEqualTo(Match.YES);
      assertThat(delete(MOBILE).match(EXISTING)).isEqualTo(Match.NO);
    }

    @Test
    void endsAtTheDefaultMethod() {
      assertThat(errors(delete(MOBILE).refusalErrors(Failing.refused(400, "badRequest")))).containsExactly(
        new DefaultMethodError(PhoneRules.TYPE)
      );
    }
  }

  @Nested
  class SmsSignIn {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "READY", "UNKNOWN" })
    void isOffInEveryStateButReady(SmsSignInState state) {
      assertThat(enable(MOBILE).match(in(state))).isEqualTo(Match.NO);
      assertThat(disable(MOBILE).match(in(state))).isEqualTo(Match.YES);
    }

    @Test
    void isOnWhenThePhoneIsReady() {
      assertThat(enable(MOBILE).match(in(SmsSignInState.READY))).isEqualTo(Match.YES);
      assertThat(disable(MOBILE).match(in(SmsSignInState.READY))).isEqualTo(Match.NO);
    }

    @Test
    void isHiddenInAStateThatNobodyKnows() {
      assertThat(enable(MOBILE).match(in(SmsSignInState.UNKNOWN))).isEqualTo(Match.HIDDEN);
      assertThat(disable(MOBILE).match(in(SmsSignInState.UNKNOWN))).isEqualTo(Match.HIDDEN);
    }

    @Test
    void isNotSeenWithoutAPhone() {
      assertThat(enable(MOBILE).match(NONE)).isEqualTo(Match.NO);
      assertThat(disable(MOBILE).match(NONE)).isEqualTo(Match.NO);
    }

    @Test
    void isForMobilePhonesOnly() {
      assertThat(errors(enable(OFFICE).accessErrors())).containsExactly(
        notAllowed(SmsSignInNotAllowedReason.NOT_A_MOBILE_PHONE)
      );
      assertThat(enable(MOBILE).accessErrors()).isEmpty();
    }

    @Test
    void isTriedWhereThePolicyForbadeItBefore() {
      var existing = in(SmsSignInState.NOT_ALLOWED_BY_POLICY);
      assertThat(errors(enable(MOBILE).stateErrors(existing))).containsExactly(
        notAllowed(SmsSignInNotAllowedReason.NOT_ALLOWED_BY_POLICY)
      );
      assertThat(enable(MOBILE).certainErrors(existing)).isEmpty();
      assertThat(errors(enable(MOBILE).conflictErrors(existing))).containsExactly(
        new PhoneMethodChangedError(PhoneRules.TYPE, existing.getFirst())
      );
    }

    @Test
    void isRefusedForAReason() {
      assertThat(errors(enable(MOBILE).refusalErrors(Failing.refused(400, "phoneNumberNotUnique")))).containsExactly(
        notAllowed(SmsSignInNotAllowedReason.PHONE_NUMBER_NOT_UNIQUE)
      );
      assertThat(errors(enable(MOBILE).refusalErrors(Failing.refused(400, "disabledByPolicy")))).containsExactly(
        notAllowed(SmsSignInNotAllowedReason.NOT_ALLOWED_BY_POLICY)
      );
    }

    @Test
    void isPartOfTheFingerprint() {
      assertThat(enable(MOBILE).fingerprint(in(SmsSignInState.READY).getFirst())).isEqualTo(NUMBER + " READY");
    }

    private static List<PhoneMethod> in(SmsSignInState state) {
      return List.of(new PhoneMethod(KIM, MOBILE.methodId(), null, NUMBER, MOBILE, state));
    }

    private static SmsSignInNotAllowedError notAllowed(SmsSignInNotAllowedReason reason) {
      return new SmsSignInNotAllowedError(PhoneRules.TYPE, reason);
    }
  }

  private Stream<PhoneChange> all() {
    return Stream.concat(numbered(MOBILE), numberless(MOBILE));
  }

  private Stream<PhoneChange> numbered(PhoneType type) {
    return Stream.of(add(type), set(type), update(type));
  }

  private Stream<PhoneChange> numberless(PhoneType type) {
    return Stream.of(delete(type), enable(type), disable(type));
  }

  private AddPhoneMethod add(PhoneType type) {
    var input = numberInput(type);
    return parsed(input.parse((number, parsed) -> new AddPhoneMethod(input, number, parsed, phones)));
  }

  private SetPhoneMethod set(PhoneType type) {
    var input = numberInput(type);
    return parsed(input.parse((number, parsed) -> new SetPhoneMethod(input, number, parsed, phones, null)));
  }

  private UpdatePhoneMethod update(PhoneType type) {
    var input = numberInput(type);
    return parsed(input.parse((number, parsed) -> new UpdatePhoneMethod(input, number, parsed, phones)));
  }

  private DeletePhoneMethod delete(PhoneType type) {
    return numberless(type, input -> new DeletePhoneMethod(input, type, phones));
  }

  private EnableSmsSignIn enable(PhoneType type) {
    return numberless(type, input -> new EnableSmsSignIn(input, type, phones));
  }

  private DisableSmsSignIn disable(PhoneType type) {
    return numberless(type, input -> new DisableSmsSignIn(input, type, phones));
  }

  private static <C> C numberless(PhoneType type, Function<PhoneInput, C> change) {
    return change.apply(new PhoneInput(TO_KIM, type, false, null, null));
  }

  private static NumberInput numberInput(PhoneType type) {
    return new NumberInput(TO_KIM, NUMBER, type, false, null, null);
  }

  private static <C> C parsed(Parsed<C> change) {
    return switch (change) {
      case Parsed.Valid<C>(var value) -> value;
      case Parsed.Invalid<C>(var errors) -> throw new AssertionError(errors);
    };
  }

  private static List<String> names(Stream<? extends PhoneChange> changes) {
    return changes.map(change -> change.operation().name()).toList();
  }

  private static List<ExpectedError> errors(List<? extends ExpectedError> errors) {
    return List.copyOf(errors);
  }

  private static PhoneMethod phone(PhoneType type, @Nullable String number) {
    return new PhoneMethod(KIM, type.methodId(), null, number, type, SmsSignInState.NOT_ENABLED);
  }
}
