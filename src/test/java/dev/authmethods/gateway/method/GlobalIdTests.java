package dev.authmethods.gateway.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobalIdTests {

  private static final ObjectId KIM = new ObjectId("10000000-0000-4000-8000-000000000001");

  @ParameterizedTest
  @MethodSource("ids")
  void survivesBeingSent(GlobalId id) {
    assertThat(GlobalId.parse(id.toString())).isEqualTo(id);
  }

  @Test
  void tellsThePhonesOfTwoUsersApart() {
    var mobile = PhoneType.MOBILE.methodId();
    var adele = new ObjectId("10000000-0000-4000-8000-000000000002");
    assertThat(new GlobalId.OfMethod("PhoneMethod", KIM, mobile)).doesNotHaveToString(
      new GlobalId.OfMethod("PhoneMethod", adele, mobile).toString()
    );
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "",
      "User",
      "User//nobody",
      "User/x/10000000-0000-4000-8000-000000000001",
      "Group//10000000-0000-4000-8000-000000000001",
      "User//10000000-0000-4000-8000-000000000001/",
      "user//10000000-0000-4000-8000-000000000001",
      "User//10000000-0000-4000-8000-00000000000A",
      "User//Kim@contoso.com",
      "User//..",
      "PhoneMethod/../10000000-0000-4000-8000-000000000001",
      "PhoneMethod//10000000-0000-4000-8000-000000000001",
    }
  )
  void isNoOtherEncodedText(String text) {
    assertThat(GlobalId.parse(encoded(text.getBytes(StandardCharsets.UTF_8)))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
    strings = { "", "=", "kim@contoso.com", "\u00e4", "VXNlci8v====", "10000000-0000-4000-8000-000000000001" }
  )
  void isNoOtherText(String text) {
    assertThat(GlobalId.parse(text)).isNull();
  }

  @Test
  void hasOneSpellingOnly() {
    var id = new GlobalId.OfUser(KIM).toString();
    assertThat(GlobalId.parse(id + "=")).isNull();
    assertThat(GlobalId.parse(id + "==")).isNull();
    assertThat(GlobalId.parse(" " + id)).isNull();
  }

  @Test
  void ofAUserLeadsThroughTheObjectIdOnly() {
    assertThat(GlobalId.parse(encoded("User//kim@contoso.com".getBytes(StandardCharsets.UTF_8)))).isNull();
  }

  @Test
  void isNothingThatIsNotUtf8() {
    assertThat(GlobalId.parse(encoded(new byte[] { 'U', (byte) 0xC3, 0x28 }))).isNull();
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static Stream<GlobalId> ids() {
    var name = new UserPrincipalName("ext_user_fabrikam.com#EXT#@contoso.com");
    return Stream.of(
      new GlobalId.OfUser(KIM),
      new GlobalId.OfMethod("PhoneMethod", KIM, PhoneType.OFFICE.methodId()),
      new GlobalId.OfMethodByName("PhoneMethod", name, PhoneType.MOBILE.methodId())
    );
  }
}
