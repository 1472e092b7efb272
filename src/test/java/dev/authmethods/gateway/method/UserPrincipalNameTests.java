package dev.authmethods.gateway.method;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserPrincipalNameTests {

  @ParameterizedTest
  @ValueSource(
    strings = {
      "kim@contoso.com",
      "o'hara@contoso.com",
      "ext_user_fabrikam.com#EXT#@contoso.com",
      "$cash@contoso.com",
      "a.b-c_d!e#f^g~h@contoso.onmicrosoft.com",
      "..@contoso.com",
    }
  )
  void isWhatEntraAllows(String name) {
    assertThat(UserPrincipalName.parse(name)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "",
      "kim",
      "@contoso.com",
      "kim@",
      "kim@contoso.com@fabrikam.com",
      "kim/manager@contoso.com",
      "kim%2fmanager@contoso.com",
      "kim\\@contoso.com",
      "kim?$select=id@contoso.com",
      "kim@contoso.com/authentication",
      "kim@contoso.com?x",
      "kim @contoso.com",
      "kim\u0000@contoso.com",
      "kim\n@contoso.com",
      "kim@contoso.com\n",
      "\u212Aim@contoso.com",
      "k\u0131m@contoso.com",
      "\uFF4Bim@contoso.com",
      "kim\uFF20contoso.com",
      "\u043Aim@contoso.com",
      "kim@c\u00F6ntoso.com",
      "\u202Ekim@contoso.com",
      "kim('x')@contoso.com",
      "\"kim\"@contoso.com",
    }
  )
  void isNoOtherText(String name) {
    assertThat(UserPrincipalName.parse(name)).isNull();
  }

  @Test
  void isTheSameInEveryCase() {
    assertThat(UserPrincipalName.parse("KIM@Contoso.COM")).isEqualTo(UserPrincipalName.parse("kim@contoso.com"));
  }

  @Test
  void hasAtMost113Characters() {
    assertThat(UserPrincipalName.parse("k".repeat(101) + "@contoso.com")).isNotNull();
    assertThat(UserPrincipalName.parse("k".repeat(102) + "@contoso.com")).isNull();
  }
}
