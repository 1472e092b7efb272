package dev.authmethods.gateway.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.EmailMethod;
import dev.authmethods.gateway.method.ObjectId;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;

@GatewayTest
class ExpectedErrorTests {

  private static final ObjectId KIM = new ObjectId("10000000-0000-4000-8000-000000000001");
  private static final EmailMethod EMAIL = new EmailMethod(KIM, EmailMethod.METHOD_ID, null, "kim@example.com");

  @ErrorInfo(category = ErrorCategory.CONFLICT, retryable = true)
  record EmailShownError(List<String> path, EmailMethod email) implements ExpectedError {}

  private final ExpectedError error = new EmailShownError(List.of("input"), EMAIL);

  @Test
  void hasTheCodeOfItsTypeAndSaysWhatItsTypeSays() {
    assertThat(error.code()).isEqualTo("EMAIL_SHOWN");
    assertThat(error.category()).isEqualTo(ErrorCategory.CONFLICT);
    assertThat(error.retryable()).isTrue();
    assertThat(new IdempotencyKeysLostErrorSample().code()).isEqualTo("IDEMPOTENCY_KEYS_LOST_ERROR_SAMPLE");
  }

  @Test
  void canStandAtAnotherPlace() {
    assertThat(error.at(List.of("input", "items", "0"))).isEqualTo(
      new EmailShownError(List.of("input", "items", "0"), EMAIL)
    );
  }

  @Test
  void canShowItsMethodInAnotherWay() {
    var masked = EMAIL.withAddress("k***@example.com");
    assertThat(error.withMethods(_ -> masked)).isEqualTo(new EmailShownError(List.of("input"), masked));
  }

  @Test
  void hasItsInfoInEveryType(Gateway gateway) {
    assertThat(gateway.bean(ErrorTypes.class).all()).allMatch(type -> type.isAnnotationPresent(ErrorInfo.class));
  }

  /** A method in a list of an error would not be masked. */
  @Test
  void showsMethodsInNoList(Gateway gateway) {
    var lists = gateway
      .bean(ErrorTypes.class)
      .all()
      .stream()
      .flatMap(type -> Stream.of(type.getRecordComponents()))
      .filter(component -> List.class.equals(component.getType()))
      .map(RecordComponent::getGenericType)
      .map(list -> ResolvableType.forType(list).getGeneric(0).toClass())
      .toList();
    assertThat(lists).isNotEmpty().noneMatch(AuthenticationMethod.class::isAssignableFrom);
  }

  @ErrorInfo(category = ErrorCategory.CONFLICT)
  record IdempotencyKeysLostErrorSample() implements ExpectedError {
    @Override
    public List<String> path() {
      return List.of();
    }
  }
}
