package dev.authmethods.gateway.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectIdTests {

  private static final String GUID = "10000000-abcd-4000-8000-00000000000f";

  @Test
  void isAGuidInLowerCase() {
    assertThat(ObjectId.parse(GUID.toUpperCase(Locale.ROOT)))
      .isEqualTo(new ObjectId(GUID))
      .hasToString(GUID);
    assertThat(UserKey.parse(GUID)).isEqualTo(new ObjectId(GUID));
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "",
      "10000000-abcd-4000-8000-00000000000",
      "10000000-abcd-4000-8000-00000000000f0",
      "10000000-abcd-4000-8000-00000000000g",
      "100000000abcd-4000-8000-00000000000f",
      "10000000-abcd-4000-8000--0000000000f",
      "10000000abcd400080000000000000000000",
    }
  )
  void isNoOtherText(String text) {
    assertThat(ObjectId.parse(text)).isNull();
    assertThatThrownBy(() -> new ObjectId(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
