package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.method.PhoneType.MOBILE;
import static dev.authmethods.gateway.phone.Samples.KIM;
import static dev.authmethods.gateway.phone.Samples.MASKED;
import static dev.authmethods.gateway.phone.Samples.NUMBER;
import static dev.authmethods.gateway.phone.Samples.OTHER_NUMBER;
import static dev.authmethods.gateway.phone.Samples.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.fixtures.Calls;
import dev.authmethods.gateway.idempotency.Lease;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.outcome.Sight;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PhoneWritingTests {

  private static final List<PhoneMethod> NONE = List.of();
  private static final List<PhoneMethod> ASKED = held(NUMBER);
  private static final List<PhoneMethod> OTHER = held(OTHER_NUMBER);
  private static final List<PhoneMethod> SHOWN = held(MASKED);
  private static final List<PhoneMethod> OTHER_SHOWN = held("+1 XXXXXXXX99");

  private final RequestContext call = Calls.unhurried();
  private final RecordedPhones phones = new RecordedPhones(OTHER);
  private final Told told = new Told();

  @Nested
  class Sees {

    @Test
    void whatWasAskedFor() {
      assertThat(adding(NONE).sight(ASKED)).isEqualTo(Sight.AS_ASKED);
    }

    @Test
    void whatWasAskedForAlsoWhereItWasThereBefore() {
      assertThat(updating(ASKED).sight(ASKED)).isEqualTo(Sight.AS_ASKED);
    }

    @Test
    void whatMayBeWhatWasAskedFor() {
      assertThat(adding(NONE).sight(SHOWN)).isEqualTo(Sight.AS_ASKED_WHERE_SHOWN);
    }

    @Test
    void thatAMaskedNumberIsAsBefore() {
      assertThat(updating(SHOWN).sight(SHOWN)).isEqualTo(Sight.AS_BEFORE_WHERE_SHOWN);
    }

    @Test
    void whatWasThereBefore() {
      assertThat(updating(OTHER).sight(OTHER)).isEqualTo(Sight.AS_BEFORE);
    }

    @Test
    void thatNothingWasThereBefore() {
      assertThat(adding(NONE).sight(NONE)).isEqualTo(Sight.AS_BEFORE);
    }

    @Test
    void theWorkOfSomebodyElse() {
      assertThat(adding(NONE).sight(OTHER)).isEqualTo(Sight.OTHERWISE);
      assertThat(updating(OTHER).sight(NONE)).isEqualTo(Sight.OTHERWISE);
      assertThat(updating(OTHER).sight(OTHER_SHOWN)).isEqualTo(Sight.OTHERWISE);
    }
  }

  @Test
  void isSeenAsFarAsItIsShown() {
    assertThat(adding(NONE).isSeen(ASKED)).isTrue();
    assertThat(adding(NONE).isSeen(SHOWN)).isTrue();
    assertThat(adding(NONE).isSeen(NONE)).isFalse();
    assertThat(adding(NONE).isSeen(OTHER)).isFalse();
  }

  @Test
  void tellsBeforeItSends() {
    var writing = adding(NONE);
    assertThat(writing.send(call)).hasValue(phone(MOBILE));
    assertThat(told.before).isEqualTo(mark(NONE));
    assertThat(phones.asked()).containsExactly("add " + KIM + " MOBILE " + NUMBER);
  }

  @Test
  void tellsThatItWasNotCarriedOut() {
    adding(NONE).notCarriedOut();
    assertThat(told.notCarriedOut).isTrue();
  }

  @Test
  void sendsNothingThatCannotBeTold() {
    told.lost = new IllegalStateException("lost");
    assertThatThrownBy(() -> adding(NONE).send(call)).isSameAs(told.lost);
    assertThat(phones.asked()).isEmpty();
  }

  @Test
  void hasNoPhoneWhereMicrosoftAnswersWithNone() {
    assertThat(updating(OTHER).send(call)).isEmpty();
    assertThat(phones.asked()).containsExactly("update " + KIM + " MOBILE " + NUMBER);
  }

  @Test
  void readsWhatTheUserHas() {
    assertThat(updating(OTHER).read(call)).isEqualTo(OTHER);
    assertThat(phones.asked()).containsExactly("list " + KIM);
  }

  private PhoneWriting adding(List<PhoneMethod> before) {
    return writing(Samples.add(MOBILE, NUMBER), before);
  }

  private PhoneWriting updating(List<PhoneMethod> before) {
    return writing(Samples.update(MOBILE, NUMBER), before);
  }

  private PhoneWriting writing(PhoneChange<?> change, List<PhoneMethod> before) {
    return new PhoneWriting(change, KIM, phones, told, PhoneWritingTests::mark, () -> mark(before));
  }

  private static String mark(List<PhoneMethod> held) {
    return held.stream().map(PhoneMethod::phoneNumber).toList().toString();
  }

  private static List<PhoneMethod> held(String number) {
    return List.of(phone(MOBILE, number));
  }

  /** What the lease is told. */
  private static final class Told implements Lease<KeptResult> {

    @Nullable
    String before;

    @Nullable
    RuntimeException lost;

    boolean notCarriedOut;

    @Override
    public void sending(Supplier<String> was) {
      if (lost != null) {
        throw lost;
      }
      before = was.get();
    }

    @Override
    public void notCarriedOut() {
      notCarriedOut = true;
    }

    @Override
    public void settle(KeptResult result) {}

    @Override
    public void free() {}

    @Override
    public void close() {}
  }
}
