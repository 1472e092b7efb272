package dev.authmethods.gateway.accesspass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.method.ObjectId;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessPassTermsTests {

  private static final ObjectId KIM = new ObjectId("10000000-0000-4000-8000-000000000001");
  private static final OffsetDateTime CREATED = OffsetDateTime.parse("2026-11-27T08:00:00Z");

  private static TemporaryAccessPassMethod pass(OffsetDateTime start, @Nullable AccessPassUsability usability) {
    return new TemporaryAccessPassMethod(KIM, "id", CREATED, start, 60, true, null, usability);
  }

  @Nested
  class Fit {

    @ParameterizedTest
    @CsvSource({ ", , true", "60, , true", "61, , false", "60, true, true", "60, false, false" })
    void aPassWithTheSameLifetimeAndUse(@Nullable Integer lifetime, @Nullable Boolean once, boolean fits) {
      assertThat(new AccessPassTerms(null, lifetime, once).fit(pass(CREATED, null))).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
      ", 2026-11-27T08:00:00.4Z, true",
      ", 2026-11-27T09:00:00Z, false",
      "2026-11-27T10:00:00+01:00, 2026-11-27T09:00:00Z, true",
      "2026-11-27T09:00:00.7Z, 2026-11-27T09:00:00Z, true",
      "2026-11-27T09:00:02Z, 2026-11-27T09:00:00Z, false",
    })
    void aPassThatBeginsAtTheSameMoment(@Nullable OffsetDateTime wanted, OffsetDateTime start, boolean fits) {
      assertThat(new AccessPassTerms(wanted, null, null).fit(pass(start, null))).isEqualTo(fits);
    }
  }

  @Nested
  class APass {

    @ParameterizedTest
    @CsvSource({
      "EXPIRED, 2026-11-27T08:00:00Z, true",
      "ONE_TIME_USED, 2026-11-27T08:00:00Z, true",
      "ENABLED_BY_POLICY, 2026-11-28T08:00:00Z, false",
      "DISABLED_BY_POLICY, 2026-11-28T08:00:00Z, false",
      "NOT_YET_VALID, 2026-11-27T07:00:00Z, false",
      "UNKNOWN, 2026-11-27T08:59:59Z, false",
      "UNKNOWN, 2026-11-27T09:00:00Z, true",
      ", 2026-11-27T09:00:00Z, true",
    })
    void isOverByTheWordOfMicrosoftOrByItsEnd(@Nullable AccessPassUsability usability, Instant now, boolean isOver) {
      assertThat(pass(CREATED, usability).isOver(now)).isEqualTo(isOver);
    }

    @Test
    void hasNoEndAfterTheYearsThatCanBeWritten() {
      assertThat(pass(OffsetDateTime.parse("9999-12-31T23:59:59Z"), null).endDateTime()).isNull();
    }
  }
}
