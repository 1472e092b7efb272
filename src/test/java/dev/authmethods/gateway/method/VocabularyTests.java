package dev.authmethods.gateway.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VocabularyTests {

  private static final ObjectId KIM = new ObjectId("10000000-0000-4000-8000-000000000001");
  private static final UserPrincipalName NAME = new UserPrincipalName("kim@contoso.com");

  @Nested
  class AReference {

    @Test
    void leadsByOneOfThreeWays() {
      var id = new GlobalId.OfUser(KIM).toString();
      assertThat(new UserRef(id, null, null).key()).isEqualTo(KIM);
      assertThat(new UserRef(null, KIM.value(), null).key()).isEqualTo(KIM);
      assertThat(new UserRef(null, null, NAME.value()).key()).isEqualTo(NAME);
    }

    @Test
    void leadsToNobody() {
      var phone = new GlobalId.OfMethod("PhoneMethod", KIM, PhoneType.MOBILE.methodId()).toString();
      assertThat(
        Stream.of(
          new UserRef(null, null, null),
          new UserRef(phone, null, null),
          new UserRef("nonsense", null, null),
          new UserRef(null, NAME.value(), null),
          new UserRef(null, null, "nonsense")
        )
      ).allMatch(user -> user.key() == null);
    }
  }

  @Nested
  class AName {

    @Test
    void isToldAsItIs() {
      assertThat(NAME).hasToString("kim@contoso.com");
      assertThat(UserKey.parse("KIM@contoso.com")).isEqualTo(NAME);
    }

    @Test
    void isNoOtherText() {
      assertThatThrownBy(() -> new UserPrincipalName("nonsense")).isInstanceOf(IllegalArgumentException.class);
      assertThat(UserKey.parse("nonsense")).isNull();
    }
  }

  @Nested
  class APhone {

    private final PhoneMethod phone = new PhoneMethod(
      KIM,
      PhoneType.MOBILE.methodId(),
      null,
      "+1 2065550123",
      PhoneType.MOBILE,
      SmsSignInState.READY
    );

    @Test
    void isTheSameByAnotherKey() {
      assertThat(phone.reachedBy(NAME).user()).isEqualTo(NAME);
      assertThat(phone.reachedBy(NAME).reachedBy(KIM)).isEqualTo(phone);
    }

    @Test
    void isTheSameWithItsNumberInAnotherForm() {
      assertThat(phone.withNumber("+12065550123").phoneNumber()).isEqualTo("+12065550123");
      assertThat(phone.withNumber("+12065550123").withNumber("+1 2065550123")).isEqualTo(phone);
    }

    @Test
    void doesNotTellItsNumberToALog() {
      assertThat(phone).hasToString("PhoneMethod[MOBILE]");
    }

    @ParameterizedTest
    @EnumSource
    void hasAMethodIdOfItsType(PhoneType type) {
      assertThat(UUID.fromString(type.methodId())).hasToString(type.methodId());
    }
  }

  @Nested
  class AUser {

    private final User user = new User(KIM, "kim@contoso.com", "Kim");

    @Test
    void isReachedByTheObjectIdOrByAnotherKey() {
      assertThat(user.reachedBy()).isEqualTo(KIM);
      assertThat(user.reachedBy(NAME)).isEqualTo(new User(KIM, "kim@contoso.com", "Kim", null, NAME));
    }

    @Test
    void hasAnId() {
      assertThat(user.id()).isEqualTo(new GlobalId.OfUser(KIM));
    }
  }
}
