package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.method.PhoneType.MOBILE;
import static dev.authmethods.gateway.method.PhoneType.OFFICE;
import static dev.authmethods.gateway.phone.Samples.KIM;
import static dev.authmethods.gateway.phone.Samples.NUMBER;
import static dev.authmethods.gateway.phone.Samples.TO_KIM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.error.InvalidInputError;
import dev.authmethods.gateway.error.PhoneTypeRequiredError;
import dev.authmethods.gateway.error.UpstreamUnavailableError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.method.PhoneMethod;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneItemTests {

  @Test
  void isThePhoneOfItsPlace() {
    var item = item(1, null, null, Samples.NO_VIOLATIONS);
    assertThat(item.index()).isEqualTo(1);
    assertThat(item.clientKey()).isEqualTo("client-1");
    assertThat(item.user()).isEqualTo(KIM);
    assertThat(item.phone().type()).isEqualTo(OFFICE);
    assertThat(item.phone().input().phoneNumber()).isEqualTo(NUMBER);
    assertThat(item.phone().input().clientMutationId()).isNull();
    assertThat(item.phone().input().validateOnly()).isTrue();
  }

  @Test
  void isHeldOnceItIsAdded() {
    assertThat(item(1, null, null, Samples.NO_VIOLATIONS).asAdded()).isEqualTo(
      new PhoneMethod(KIM, OFFICE.methodId(), null, NUMBER, OFFICE, null)
    );
  }

  @Nested
  class Keys {

    @ParameterizedTest
    @CsvSource({ "whole, own, own", "whole, , whole items 1", ", own, own", ", ," })
    void areTheirOwnOrFollowFromThatOfTheWhole(
      @Nullable String whole,
      @Nullable String own,
      @Nullable String expected
    ) {
      assertThat(item(1, whole, own, Samples.NO_VIOLATIONS).phone().input().idempotencyKey()).isEqualTo(expected);
    }

    @Test
    void ofTwoItemsAreTwo() {
      var keys = IntStream.range(0, 2).mapToObj(index -> item(index, "whole", null, Samples.NO_VIOLATIONS));
      assertThat(keys.map(item -> item.phone().input().idempotencyKey())).containsExactly(
        "whole items 0",
        "whole items 1"
      );
    }
  }

  @Nested
  class Violated {

    private final Violations violations = new Violations(
      Stream.of(
        error("input", "items", "1", "idempotencyKey"),
        error("input", "items", "10", "idempotencyKey"),
        error("input", "items", "0", "clientKey"),
        error("input", "items", "1", "user", "id"),
        error("input", "items", "1"),
        error("input", "items"),
        error("input", "clientMutationId"),
        error("input", "clientMutationId", "deeper"),
        error("input")
      ).toList()
    );

    @Test
    void itHasThoseOfItsOwnAsIfItWereTheWholeInput() {
      assertThat(item(1, null, null, violations).phone().violations().errors()).containsExactly(
        error("input", "idempotencyKey"),
        error("input", "user", "id")
      );
    }

    @Test
    void theWholeHasThoseOfNoItem() {
      assertThat(PhoneItem.ofTheWhole(violations)).containsExactly(
        error("input", "items", "1"),
        error("input", "items"),
        error("input", "clientMutationId"),
        error("input", "clientMutationId", "deeper"),
        error("input")
      );
    }
  }

  @Nested
  class Errors {

    private final PhoneItem item = item(1, null, null, Samples.NO_VIOLATIONS);

    @Test
    void standInTheRequestWhereTheItemDoes() {
      assertThat(item.inItsPlace(new PhoneTypeRequiredError(List.of("input", "phoneType")))).isEqualTo(
        new PhoneTypeRequiredError(List.of("input", "items", "1", "phoneType"))
      );
    }

    @Test
    void ofTheWholeItemStandAtTheItem() {
      assertThat(item.inItsPlace(new UpstreamUnavailableError(List.of(), null)).path()).containsExactly(
        "input",
        "items",
        "1"
      );
    }
  }

  private static PhoneItem item(int index, @Nullable String whole, @Nullable String own, Violations violations) {
    var items = List.of(
      new AddPhoneMethodsItem("client-0", TO_KIM, NUMBER, MOBILE, null),
      new AddPhoneMethodsItem("client-1", TO_KIM, NUMBER, OFFICE, own)
    );
    return PhoneItem.of(new AddPhoneMethodsInput(items, true, whole, "mutation"), index, violations);
  }

  private static InvalidInputError error(String... path) {
    return new InvalidInputError(List.of(path), "Size", List.of(1, 64));
  }
}
