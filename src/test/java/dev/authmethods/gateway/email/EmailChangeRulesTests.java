package dev.authmethods.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.Effect;
import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.email.EmailErrors.EmailMethodAlreadyRegisteredError;
import dev.authmethods.gateway.email.EmailErrors.EmailMethodChangedError;
import dev.authmethods.gateway.email.EmailErrors.EmailMethodNotFoundError;
import dev.authmethods.gateway.email.EmailErrors.InvalidEmailAddressError;
import dev.authmethods.gateway.email.EmailErrors.InvalidEmailAddressReason;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.Failing;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.UpstreamRefusedError;
import dev.authmethods.gateway.fixtures.Calls;
import dev.authmethods.gateway.method.EmailMethod;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserRef;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules that each change of an email address has, without Microsoft Graph. */
class EmailChangeRulesTests {

  private static final ObjectId KIM = new ObjectId("10000000-0000-4000-8000-000000000001");
  private static final UserRef TO_KIM = new UserRef(null, KIM.value(), null);
  private static final String ADDRESS = "Kim@example.com";
  private static final EmailMethod SAME = email("kim@EXAMPLE.com");
  private static final EmailMethod OTHER = email("lee@example.com");
  private static final EmailMethod MASKED = email("k***@example.com");
  private static final EmailMethod HIDDEN = email(null);
  private static final List<EmailMethod> NONE = List.of();

  @SuppressWarnings("NullAway") // Nothing gets as far as Microsoft Graph.
  private final EntraEmailMethods emails = new EntraEmailMethods(
    null,
    new AccessPolicy(NationalCloud.GLOBAL, ActingAs.CALLER)
  );

  @Nested
  class Each {

    @Test
    void isAboutTheOneAddressOfTheUser() {
      assertThat(all().map(EmailChange::subject)).containsOnly("EMAIL");
      assertThat(all().map(change -> change.find(List.of(SAME)).orElseThrow())).containsOnly(SAME);
    }

    @Test
    void readsFirstButTheOneThatAnExistingAddressRefuses() {
      assertThat(names(all().filter(change -> !change.readsFirst()))).containsExactly("addEmailMethod");
    }

    @Test
    void leavesAnAddressButTheOneThatDeletesIt() {
      assertThat(names(all().filter(change -> !change.leavesMethod()))).containsExactly("deleteEmailMethod");
    }

    @Test
    void staysTheSameForAllMutationsExceptTheOneThatSets() {
      assertThat(names(all().filter(change -> !change.resolve(true).equals(change)))).containsExactly("setEmailMethod");
    }

    @Test
    void knowsTheIdThatTheAddressWillHave() {
      assertThat(all().map(change -> change.expected(KIM))).containsOnly(email(null));
    }

    @Test
    void isTheSameInUpperAndLowerCase() {
      assertThat(withAddress().map(EmailChange::arguments)).containsOnly(List.of("kim@example.com"));
      assertThat(all().map(change -> change.fingerprint(SAME))).containsOnly("kim@example.com");
      assertThat(all().map(change -> change.fingerprint(HIDDEN))).containsOnly("null");
    }

    @Test
    void repeatsTheCodeOfARefusalThatNothingExplains() {
      var error = new UpstreamRefusedError(List.of(), "conflict", "request-id");
      assertThat(all().map(change -> errors(change.refusalErrors(Failing.refused(409, "conflict"))))).containsOnly(
        List.of(error)
      );
    }

    @Test
    void ofAnAddressThatIsNotThereIsRefused() {
      var gone = new EmailMethodNotFoundError(ChangeInput.USER);
      assertThat(ofExisting().map(change -> errors(change.stateErrors(NONE)))).containsOnly(List.of(gone));
      assertThat(ofExisting().map(change -> errors(change.certainErrors(NONE)))).containsOnly(List.of(gone));
      assertThat(ofExisting().map(change -> errors(change.conflictErrors(NONE)))).containsOnly(List.of(gone));
      assertThat(ofExisting().map(change -> errors(change.stateErrors(List.of(OTHER))))).containsOnly(List.of());
    }

    @Test
    void ofAnAddressThatSomebodyElseChangesIsAConflict() {
      var changed = new EmailMethodChangedError(ChangeInput.USER, OTHER);
      assertThat(ofExisting().map(change -> errors(change.conflictErrors(List.of(OTHER))))).containsOnly(
        List.of(changed)
      );
    }
  }

  @Nested
  class AnAddress {

    @Test
    void isComparedWithTheExistingOne() {
      assertThat(matches(List.of(SAME))).containsOnly(Match.YES);
      assertThat(matches(List.of(OTHER))).containsOnly(Match.NO);
      assertThat(matches(List.of(MASKED))).containsOnly(Match.AS_FAR_AS_SHOWN);
      assertThat(matches(List.of(HIDDEN))).containsOnly(Match.HIDDEN);
      assertThat(matches(NONE)).containsOnly(Match.NO);
    }

    private Stream<Match> matches(List<EmailMethod> existing) {
      return withAddress().map(change -> change.match(existing));
    }

    @Test
    void isRefusedByABadRequest() {
      var refused = new InvalidEmailAddressError(EmailAddress.PATH, InvalidEmailAddressReason.REFUSED_UPSTREAM);
      assertThat(
        withAddress().map(change -> errors(change.refusalErrors(Failing.refused(400, "badRequest"))))
      ).containsOnly(List.of(refused));
      assertThat(delete().refusalErrors(Failing.refused(400, "badRequest"))).isEqualTo(
        List.of(new UpstreamRefusedError(List.of(), "badRequest", "request-id"))
      );
    }

    @Test
    void isMaskedForThoseWhoMayNotSeeItInFull() {
      assertThat(emails.masked(OTHER)).isEqualTo(email("l***@example.com"));
      assertThat(emails.masked(HIDDEN)).isEqualTo(HIDDEN);
    }

    @Test
    void isKeptFromLogs() {
      assertThat(input().toString()).doesNotContain("example");
    }
  }

  @Nested
  class Adding {

    @Test
    void needsAUserWithoutAnAddress() {
      assertThat(add().stateErrors(NONE)).isEmpty();
      assertThat(registered(SAME)).isTrue();
      assertThat(registered(OTHER)).isFalse();
    }

    @Test
    void leavesOpenWhetherAnAddressIsTheSameThatIsNotShownInFull() {
      assertThat(registered(MASKED)).isNull();
      assertThat(registered(HIDDEN)).isNull();
    }

    @Test
    void conflictsWithAnyAddress() {
      assertThat(errors(add().conflictErrors(List.of(OTHER)))).containsExactly(
        new EmailMethodAlreadyRegisteredError(ChangeInput.USER, OTHER, false)
      );
    }

    @Test
    void canBeCheckedWithoutAnAddress() {
      assertThat(EmailChange.oneEmailMethod(NONE, null)).isEmpty();
      assertThat(EmailChange.oneEmailMethod(List.of(OTHER), null)).hasValue(
        new EmailMethodAlreadyRegisteredError(ChangeInput.USER, OTHER, null)
      );
    }

    private @Nullable Boolean registered(EmailMethod existing) {
      var error = (EmailMethodAlreadyRegisteredError) add().stateErrors(List.of(existing)).getFirst();
      assertThat(error.existingEmailMethod()).isEqualTo(existing);
      return error.sameAddress();
    }
  }

  @Nested
  class Setting {

    @Test
    void addsWhereThereIsNone() {
      var adding = set().resolve(false);
      assertThat(adding.effect()).isEqualTo(Effect.ADDED);
      assertThat(adding.stateErrors(NONE)).isEmpty();
      assertThat(errors(adding.stateErrors(List.of(OTHER)))).containsExactly(
        new EmailMethodAlreadyRegisteredError(ChangeInput.USER, OTHER, false)
      );
    }

    @Test
    void doesNotMindAnAddressThatSomebodyElseHasAddedMeanwhile() {
      assertThat(set().resolve(false).certainErrors(List.of(OTHER))).isEmpty();
    }

    @Test
    void updatesWhereThereIsOne() {
      assertThat(set().resolve(true).effect()).isEqualTo(Effect.UPDATED);
    }

    @Test
    void hasNoErrorsBeforeItIsResolved() {
      assertThat(set().stateErrors(NONE)).isEmpty();
      assertThat(set().stateErrors(List.of(OTHER))).isEmpty();
      assertThat(set().certainErrors(NONE)).isEmpty();
    }

    @Test
    void isNotWrittenBeforeItIsResolved() {
      assertThatThrownBy(() -> set().write(Calls.unhurried(), KIM)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Nested
  class Deleting {

    @Test
    void isAboutTheUserAlone() {
      assertThat(delete().arguments()).isEmpty();
    }

    @Test
    void isSeenByTheAddressBeingGone() {
      assertThat(delete().match(NONE)).isEqualTo(Match.YES);
      assertThat(delete().match(List.of(SAME))).isEqualTo(Match.NO);
    }
  }

  private Stream<EmailChange> all() {
    return Stream.concat(withAddress(), Stream.of(delete()));
  }

  private Stream<EmailChange> withAddress() {
    return Stream.of(add(), set(), update());
  }

  private Stream<EmailChange> ofExisting() {
    return Stream.of(set().resolve(true), update(), delete());
  }

  private AddEmailMethod add() {
    return parsed(address -> new AddEmailMethod(input(), address, emails));
  }

  private SetEmailMethod set() {
    return parsed(address -> new SetEmailMethod(input(), address, emails, null));
  }

  private UpdateEmailMethod update() {
    return parsed(address -> new UpdateEmailMethod(input(), address, emails));
  }

  private DeleteEmailMethod delete() {
    return new DeleteEmailMethod(new DeleteEmailMethod.Input(TO_KIM, false, null, null), emails);
  }

  private static AddressChange.Input input() {
    return new AddressChange.Input(TO_KIM, ADDRESS, false, null, null);
  }

  private static <C> C parsed(Function<EmailAddress, C> change) {
    return switch (input().parse(change)) {
      case Parsed.Valid<C>(var value) -> value;
      case Parsed.Invalid<C>(var errors) -> throw new AssertionError(errors);
    };
  }

  private static List<String> names(Stream<EmailChange> changes) {
    return changes.map(change -> change.operation().name()).toList();
  }

  private static List<ExpectedError> errors(List<? extends ExpectedError> errors) {
    return List.copyOf(errors);
  }

  private static EmailMethod email(@Nullable String address) {
    return new EmailMethod(KIM, EmailMethod.METHOD_ID, null, address);
  }
}
