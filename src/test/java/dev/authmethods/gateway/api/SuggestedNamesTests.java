package dev.authmethods.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What may have been meant by a name is suggested in {@code extensions.suggestions}, where clients may know the names. */
class SuggestedNamesTests {

  private static List<String> suggestions(Reply reply) {
    return reply.listAt("/errors/0/extensions/suggestions").stream().map(JsonNode::asString).toList();
  }

  @Nested
  @GatewayTest
  class WhenTheSchemaIsPublic {

    private final Gateway gateway;

    WhenTheSchemaIsPublic(Gateway gateway) {
      this.gateway = gateway;
    }

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      textBlock = """
      { veiwer { objectId } }                                     | viewer
      { VIEWER { objectId } }                                     | viewer
      { viewer { tenant } }                                       | tenantId
      { user(by: {id: "x"}) { phone } }                           | mobilePhone phoneEligibility phoneMethods
      { user(by: {id: "x"}) { __typname } }                       | __typename
      { __schem { types { name } } }                              | __schema
      { node(id: "x") { phoneType } }                             | ... on PhoneMethod
      { viewer }                                                  | viewer { ... }
      { viewer @skp(if: true) { objectId } }                      | @skip
      { viewer @skip(fi: true) { objectId } }                     | if
      { node(idd: "x") { id } }                                   | id
      { user(by: {UserPrincipalName: "x"}) { id } }               | userPrincipalName
      { node(id: "x") { ... on PhoneMethd { id } } }              | PhoneMethod PhoneType
      query ($t: PhoneTyp) { viewer { objectId } }                | PhoneType
      query ($t: PhoneType = ofice) { viewer { objectId } }       | OFFICE MOBILE
      query ($t: PhoneType = "OFFICE") { viewer { objectId } }    | OFFICE
      query ($number: ID!) { node(id: $numbr) { id } }            | $number
      { ...Viewr } fragment Viewer on Query { viewer { roles } }  | Viewer
      { xyzzy }                                                   |
      { viewer { nothingOfTheKind } }                             |
      """
    )
    void areThoseCloseBy(String document, String expected) {
      var reply = gateway.as("auth-admin", document);
      var found = reply
        .listAt("/errors")
        .stream()
        .flatMap(error -> error.path("extensions").path("suggestions").valueStream())
        .map(JsonNode::asString)
        .toList();
      assertThat(String.join(" ", found))
        .as(reply.text())
        .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void areAtMostFive() {
      var document = "mutation { addPhoneMethod(input: {user: {id: \"x\"}, phoneNumber: \"1\"}) { errors { code } } }";
      assertThat(suggestions(gateway.as("auth-admin", document)))
        .hasSize(5)
        .startsWith("... on ExpectedError");
    }

    @Test
    void areNoneForLongNames() {
      var name = "viewer" + "r".repeat(60);
      assertThat(suggestions(gateway.as("auth-admin", "{ " + name + " }"))).isEmpty();
    }
  }

  @Nested
  @GatewayTest({ "gateway.api.introspection=false", "gateway.playground.enabled=false" })
  class WhenTheSchemaIsNotPublic {

    private final Gateway gateway;

    WhenTheSchemaIsNotPublic(Gateway gateway) {
      this.gateway = gateway;
    }

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      value = {
        "{ veiwer { objectId } }",
        "{ viewer { tenant } }",
        "{ node(id: \"x\") { phoneType } }",
        "{ viewer @skp(if: true) { objectId } }",
        "{ node(idd: \"x\") { id } }",
        "{ user(by: {idd: \"x\"}) { id } }",
        "{ node(id: \"x\") { ... on PhoneMethd { id } } }",
        "query ($t: PhoneTyp) { viewer { objectId } }",
        "query ($t: PhoneType = ofice) { viewer { objectId } }",
      }
    )
    void noneOfItIsSuggested(String document) {
      var reply = gateway.as("auth-admin", document);
      assertThat(reply.listAt("/errors")).isNotEmpty();
      assertThat(reply.text()).doesNotContain("suggestions").doesNotContain("Did you mean");
    }

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      textBlock = """
      query ($number: ID!) { node(id: $numbr) { id } }           | $number
      { ...Viewr } fragment Viewer on Query { viewer { roles } } | Viewer
      { viewer { __typnam } }                                    | __typename
      """
    )
    void namesOfTheDocumentAndOfGraphQlAre(String document, String expected) {
      assertThat(suggestions(gateway.as("auth-admin", document))).containsExactly(expected);
    }
  }
}
