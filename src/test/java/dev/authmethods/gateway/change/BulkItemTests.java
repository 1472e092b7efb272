package dev.authmethods.gateway.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.error.InvalidInputError;
import dev.authmethods.gateway.error.UpstreamUnavailableError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserRef;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkItemTests {

  private static final Violations VIOLATIONS = new Violations(
    Stream.of(
      error("input", "items", "1", "idempotencyKey"),
      error("input", "items", "10", "idempotencyKey"),
      error("input", "items", "0", "clientKey"),
      error("input", "items", "1", "user", "id"),
      error("input", "items", "1"),
      error("input", "items"),
      error("input", "clientMutationId"),
      error("input", "options", "of", "all"),
      error("input")
    ).toList()
  );

  private final BulkItem<PhoneMethod> item = new BulkItem<>(1, new Input(), new Parsed.Invalid<>(List.of()));

  @ParameterizedTest
  @CsvSource({ "whole, own, own", "whole, , whole items 1", ", own, own", ", ," })
  void hasItsOwnKeyOrOneThatFollowsFromThatOfTheWhole(
    @Nullable String whole,
    @Nullable String own,
    @Nullable String expected
  ) {
    assertThat(BulkItem.key(own, whole, 1)).isEqualTo(expected);
  }

  @Test
  void hasAnotherKeyThanTheNextOne() {
    assertThat(BulkItem.key(null, "whole", 0)).isNotEqualTo(BulkItem.key(null, "whole", 1));
  }

  @Test
  void hasItsViolationsAsIfItWereTheWholeInput() {
    assertThat(item.violations(VIOLATIONS).errors()).containsExactly(
      error("input", "idempotencyKey"),
      error("input", "user", "id")
    );
  }

  @Test
  void leavesTheViolationsOfNoItemToTheWhole() {
    assertThat(BulkItem.violationsOfAll(VIOLATIONS)).containsExactly(
      error("input", "items", "1"),
      error("input", "items"),
      error("input", "clientMutationId"),
      error("input", "options", "of", "all"),
      error("input")
    );
  }

  @Test
  void hasItsErrorsWhereItStandsInTheRequest() {
    assertThat(item.inPlace(error("input", "phoneType"))).isEqualTo(error("input", "items", "1", "phoneType"));
    assertThat(item.inPlace(new UpstreamUnavailableError(List.of(), null)).path()).containsExactly(
      "input",
      "items",
      "1"
    );
  }

  private static InvalidInputError error(String... path) {
    return new InvalidInputError(List.of(path), "Size", List.of(1, 64));
  }

  private record Input() implements ChangeInput {
    @Override
    public UserRef user() {
      return new UserRef(null, null, "kim@contoso.com");
    }

    @Override
    public boolean validateOnly() {
      return false;
    }

    @Override
    public @Nullable String idempotencyKey() {
      return null;
    }

    @Override
    public @Nullable String clientMutationId() {
      return null;
    }
  }
}
