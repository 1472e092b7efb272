package dev.authmethods.gateway.change.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.Changes;
import dev.authmethods.gateway.change.Confirmation;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.change.Secret;
import dev.authmethods.gateway.change.SecretState;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.Failing;
import dev.authmethods.gateway.error.OutcomeUnknownError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.fixtures.Calls;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.lookup.IdentityLookup;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserRef;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The parts of the engine that no kind of method uses yet: secrets that are shown once, and writes that are never sent again. */
@GatewayTest
class KindsToComeTests {

  private static final ObjectId KIM = new ObjectId("10000000-0000-4000-8000-000000000001");
  private static final PhoneMethod MADE = new PhoneMethod(
    KIM,
    PhoneType.MOBILE.methodId(),
    null,
    "+1 XXXXXXXX23",
    PhoneType.MOBILE,
    null
  );
  private static final Operation WITH_SECRET = ScriptedChange.OPERATION.withSecret();
  private static final Operation NEVER_SENT_AGAIN = ScriptedChange.OPERATION.neverSentAgain();

  private final String key = UUID.randomUUID().toString();
  private final Changes changes;
  private final ScriptedPhones phones;

  KindsToComeTests(Gateway gateway) {
    this.changes = gateway.bean(Changes.class);
    this.phones = new ScriptedPhones(gateway.bean(Entra.class), gateway.bean(AccessPolicy.class));
  }

  @Nested
  class ASecret {

    @Test
    void isShownOnceAndNotToOneWhoRepeatsTheMutation() {
      var first = change(WITH_SECRET);
      first.answers.add(() -> Written.of(MADE, new Secret("pass-code")));
      var shown = make(first);
      assertThat(shown.secret()).isEqualTo(new Secret("pass-code"));
      assertThat(shown.secretState()).isEqualTo(SecretState.SHOWN);
      var again = change(WITH_SECRET);
      var repeated = make(again);
      assertThat(again.writes).isZero();
      assertThat(repeated.replayed()).isTrue();
      assertThat(repeated.secret()).isNull();
      assertThat(repeated.secretState()).isEqualTo(SecretState.NOT_SHOWN_AGAIN);
    }

    @Test
    void isLostWithTheAnswerThatHadIt() {
      var change = change(WITH_SECRET);
      change.answers.add(() -> {
        phones.existing = List.of(MADE);
        throw Failing.unclear(null);
      });
      var result = make(change);
      assertThat(result.confirmation()).isEqualTo(Confirmation.READ_BACK);
      assertThat(result.secret()).isNull();
      assertThat(result.secretState()).isEqualTo(SecretState.LOST);
    }
  }

  @Nested
  class AWriteThatIsNeverSentAgain {

    @Test
    void isSentOnceThoughItsOutcomeIsUnclear() {
      var change = change(NEVER_SENT_AGAIN);
      change.answers.add(() -> {
        throw Failing.unclear(Duration.ZERO);
      });
      assertThat(make(change).errors()).singleElement().isInstanceOf(OutcomeUnknownError.class);
      assertThat(change.writes).isEqualTo(1);
    }

    @Test
    void isNotSentForTheSameKeyWhileTheFirstMayStillBeCarriedOut() {
      var first = change(NEVER_SENT_AGAIN);
      first.answers.add(() -> {
        throw Failing.unclear(Duration.ZERO);
      });
      make(first);
      var again = change(NEVER_SENT_AGAIN);
      assertThat(make(again).errors()).singleElement().isInstanceOf(OutcomeUnknownError.class);
      assertThat(again.writes).isZero();
    }

    @Test
    void isFoundForTheSameKeyWhenItCameLate() {
      var first = change(NEVER_SENT_AGAIN);
      first.answers.add(() -> {
        throw Failing.unclear(Duration.ZERO);
      });
      make(first);
      phones.existing = List.of(MADE);
      var again = change(NEVER_SENT_AGAIN);
      var result = make(again);
      assertThat(result.confirmation()).isEqualTo(Confirmation.READ_BACK);
      assertThat(result.replayed()).isTrue();
      assertThat(again.writes).isZero();
    }
  }

  private ScriptedChange change(Operation operation) {
    var user = new UserRef(null, KIM.value(), null);
    return new ScriptedChange(phones, operation, new ScriptedChange.Input(user, false, key, null));
  }

  private ChangeResult<PhoneMethod> make(ScriptedChange change) {
    var origin = new MutationContext.Origin("addPhoneMethod", null, "1", null);
    var context = new MutationContext(Calls.unhurried(), new Violations(List.of()), new NoIdentities(), origin);
    return changes.make(context, change.input(), Parsed.valid(change));
  }

  /** Nobody is named by a name here. */
  private record NoIdentities() implements IdentityLookup {
    @Override
    public void begin(Collection<? extends UserKey> users) {}

    @Override
    public @Nullable ObjectId known(UserKey user) {
      return null;
    }

    @Override
    public @Nullable ObjectId await(UserKey user) {
      return null;
    }
  }
}
