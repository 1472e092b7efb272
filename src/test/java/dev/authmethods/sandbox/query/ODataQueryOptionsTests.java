package dev.authmethods.sandbox.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Query options are honoured where Microsoft Graph does, and refused otherwise: never ignored. */
class ODataQueryOptionsTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String DIEGO = Phones.of("diego");
  static final String KIM = "10000000-0000-4000-8000-000000000001";

  private static Answer get(String path, String... options) {
    return entra.get(ADMIN, path + query(options));
  }

  private static Answer advanced(String path, String... options) {
    var headers = Map.of("Authorization", "Bearer " + entra.graphToken(ADMIN), "ConsistencyLevel", "eventual");
    return entra.call("GET", entra.sandbox().graphEndpoint() + path + query(options), "", headers);
  }

  private static String query(String... options) {
    return "?" + String.join("&", Stream.of(options).map(ODataQueryOptionsTests::encoded).toList());
  }

  private static String encoded(String option) {
    var equals = option.indexOf('=');
    return option.substring(0, equals + 1) + URLEncoder.encode(option.substring(equals + 1), StandardCharsets.UTF_8);
  }

  /** Every address that can be read, with every option that it does not honour. */
  static Stream<List<String>> notHonoured() {
    var methods = "$top=1 $skip=1 $expand=user $count=true $search=\"a\" $orderby=id $skiptoken=x $bogus=1";
    var user = "$top=1 $skip=1 $expand=manager $count=true $search=\"a\" $orderby=id $filter=id $skiptoken=x $bogus=1";
    var authentication = "/users/miriam@contoso.com/authentication";
    return Stream.of(
      pairs(DIEGO, methods),
      pairs(DIEGO + Phones.MOBILE, methods + " $filter=id"),
      pairs(authentication, methods + " $filter=id $select=id"),
      pairs(authentication + "/methods", methods),
      pairs(authentication + "/emailMethods", methods),
      pairs("/users/" + KIM, user),
      pairs("/me", user),
      pairs("/users", "$skip=1 $expand=manager $bogus=1 $search=\"displayName:a\" $apply=x")
    ).flatMap(stream -> stream);
  }

  private static Stream<List<String>> pairs(String path, String options) {
    return Stream.of(options.split(" ")).map(option -> List.of(path, option));
  }

  @ParameterizedTest
  @MethodSource("notHonoured")
  void areRefusedWhereTheyAreNotHonoured(List<String> pathAndOption) {
    var answer = get(pathAndOption.get(0), pathAndOption.get(1));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/message").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = { "?$select=id", "?$filter=id", "?$bogus=1" })
  void areRefusedBeforeAnythingIsWritten(String query) {
    assertThat(entra.post(ADMIN, Phones.of("kim") + query, Phones.phone("mobile", "+1 2065550199")).status()).isEqualTo(
      400
    );
    assertThat(entra.delete(ADMIN, Phones.of("nestor") + Phones.OFFICE + query).status()).isEqualTo(400);
    assertThat(entra.phones("kim")).isEmpty();
    assertThat(entra.phones("nestor")).hasSize(1);
  }

  @Test
  void areRefusedInGetByIdsToo() {
    assertThat(
      entra.post(ADMIN, "/directoryObjects/getByIds?$top=1", "{\"ids\":[\"" + KIM + "\"]}").status()
    ).isEqualTo(400);
  }

  @Test
  void areGivenOnce() {
    assertThat(get("/users", "$top=1", "$top=2").status()).isEqualTo(400);
  }

  @Test
  void areNotMistakenForParametersOfTheClient() {
    assertThat(get(DIEGO, "whatever=1").status()).isEqualTo(200);
    assertThat(get(DIEGO, "filter=phoneType eq 'office'").values("phoneType")).containsExactly("office");
    assertThat(get(DIEGO, "top=1").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({ "json, 200", "application/json, 200", "xml, 406", "atom, 406" })
  void askForJsonOrAreRefused(String format, int status) {
    assertThat(get("/users/" + KIM, "$format=" + format).status()).isEqualTo(status);
  }

  @Nested
  class OfMethods {

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "phoneType eq 'mobile' | mobile",
        "PhoneType EQ 'Mobile' | mobile",
        "phoneType eq microsoft.graph.authenticationPhoneType'office' | office",
        "phoneType ne 'mobile' | alternateMobile office",
        "not (phoneType eq 'mobile') | alternateMobile office",
        "phoneType eq 'mobile' or phoneType eq 'office' | mobile office",
        "phoneType in ('mobile','office') and startsWith(phoneNumber,'+1 2065550104') | mobile",
        "id eq '3179e48a-750b-4051-897c-87b9720928f7' | mobile",
        "phoneNumber eq null | ''",
      }
    )
    void filter(String filter, String types) {
      var expected = types.equals("''") ? new String[0] : types.split(" ");

      assertThat(get(DIEGO, "$filter=" + filter).values("phoneType")).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "shoeSize eq 1",
        "phoneType",
        "phoneType eq",
        "phoneType eq mobile",
        "phoneType like 'mobile'",
        "phoneType eq 'mobile' and",
        "(phoneType eq 'mobile'",
        "phoneType eq 'mobile')",
        "phoneType eq true",
        "contains(phoneNumber,'206')",
        "id/any(x:x eq 'a')",
        "'",
        "",
      }
    )
    void refuseOtherFilters(String filter) {
      assertThat(get(DIEGO, "$filter=" + filter).status()).isEqualTo(400);
    }

    @Test
    void select() {
      assertThat(get(DIEGO, "$select=PhoneNumber,id").json().at("/value/0").propertyNames()).containsExactlyInAnyOrder(
        "id",
        "phoneNumber"
      );
      assertThat(
        get(DIEGO + Phones.OFFICE, "$select=phoneType")
          .json()
          .propertyNames()
      ).containsExactlyInAnyOrder("@odata.context", "phoneType");
      assertThat(get(DIEGO, "$select=shoeSize").code()).isEqualTo("BadRequest");
    }

    @Test
    void keepTheirTypeAmongAllKinds() {
      var all = get("/users/diego@contoso.com/authentication/methods", "$select=id");

      assertThat(all.values("@odata.type")).contains("#microsoft.graph.phoneAuthenticationMethod");
    }

    @Test
    void expandTheDeviceOfOneThatIsBoundToIt() {
      var windowsHello = "/users/miriam@contoso.com/authentication/windowsHelloForBusinessMethods";
      var single = "/" + get(windowsHello, "$select=id").values("id").getFirst();

      assertThat(
        get(windowsHello + single, "$expand=device")
          .json()
          .has("device")
      ).isTrue();
      assertThat(get(windowsHello, "$expand=device").status()).isEqualTo(400);
    }
  }

  @Nested
  class OfUsers {

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "userPrincipalName eq 'KIM@contoso.com' | kim@contoso.com",
        "displayName eq 'Frank O''Hara' | o'hara@contoso.com",
        "startswith(displayName,'kim ') | kim@contoso.com",
        "userType eq 'Guest' and startsWith(mail,'ext') | ext_user_fabrikam.com#EXT#@contoso.com",
        "accountEnabled eq true and givenName in ('Kim','Nobody') | kim@contoso.com",
        "createdDateTime ge 2024-01-01T00:00:00Z and givenName eq 'Kim' | kim@contoso.com",
      }
    )
    void filter(String filter, String name) {
      assertThat(get("/users", "$filter=" + filter).values("userPrincipalName")).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "$filter=endsWith(userPrincipalName,'contoso.com')",
        "$filter=userType ne 'Member'",
        "$filter=not(userType eq 'Member')",
        "$search=\"displayName:kim\"",
        "$filter=assignedLicenses/$count eq 0",
      }
    )
    void needTheHeaderForAdvancedQueries(String option) {
      assertThat(get("/users", option).code()).isEqualTo("Request_UnsupportedQuery");
      assertThat(advanced("/users", option, "$count=true").status()).isEqualTo(200);
    }

    @Test
    void needTheHeaderToFilterInAnOrder() {
      var options = new String[] { "$filter=userType eq 'Member'", "$orderby=displayName desc", "$count=true" };

      assertThat(get("/users", options).code()).isEqualTo("Request_UnsupportedQuery");
      assertThat(advanced("/users", options).values("displayName").getFirst()).isEqualTo("User 1000");
    }

    @Test
    void count() {
      var first = advanced("/users", "$search=\"displayName:user\" OR \"mail:kim@\"", "$count=true", "$top=3");

      assertThat(first.json().path("@odata.count").asInt()).isGreaterThan(1_000);
      assertThat(first.json().path("@odata.nextLink").asString()).contains("$search=", "$count=true");
      assertThat(advanced("/users/$count").body()).matches("\\d{4,}");
      assertThat(advanced("/users/$count", "$filter=startsWith(displayName,'Kim')").body()).isEqualTo("1");
      assertThat(get("/users/$count").code()).isEqualTo("Request_UnsupportedQuery");
    }

    @Test
    void ignoreTheCountWithoutTheHeader() {
      var answer = get("/users", "$count=true");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().has("@odata.count")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "eq 0, E000072", "ne 0, E000071" })
    void knowWhetherACollectionHasItems(String comparison, String employee) {
      var filter = "$filter=assignedLicenses/$count " + comparison + " and employeeId in ('E000071','E000072')";

      assertThat(advanced("/users", filter, "$count=true", "$select=employeeId").values("employeeId")).containsExactly(
        employee
      );
    }

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"displayName:müller\" | Anna Müller,Thomas Müller,Jürgen Müller-Lüdenscheidt,Dieter Müller",
        "\"displayName:MÜLLER anna\" | Anna Müller",
        "\"displayName:lüden\" | Jürgen Müller-Lüdenscheidt",
        "\"displayName:denscheidt\" | ",
        "\"displayName:o'brien\" | Conan O'Brien,Sinéad O'Brien",
        "\"displayName:bob\" AND \"displayName:tables\" | Robert \"Bob\" Tables",
        "\"displayName:Robert \\\"Bob\\\"\" | Robert \"Bob\" Tables",
        "\"displayName:Jo Back\\\\slash\" | Jo Back\\slash",
        "\"displayName:R&D\" | R&D Reception",
        "\"displayName:kim OR anna\" | ",
        "\"displayName:kim\" OR \"displayName:adele\" | Kim Akers,Adele Vance",
        "\"displayName:&&\" | ",
      }
    )
    void search(String search, String names) {
      var expected = names == null ? List.of() : List.of(names.split(",", -1));

      assertThat(advanced("/users", "$search=" + search).values("displayName")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
      strings = { "kim", "\"kim\"", "\"displayName:kim", "\"displayName:a\"b\"", "\"displayName:a\" or \"mail:a\"" }
    )
    void refuseOtherSearches(String search) {
      assertThat(advanced("/users", "$search=" + search).code()).isEqualTo("Request_UnsupportedQuery");
    }

    /** The SDKs accept text for a count, other clients accept what they always do. */
    @ParameterizedTest
    @CsvSource({ "text/plain;q=0.9, 200", "text/*, 200", "application/json, 200", "*/*, 200", "text/html, 406" })
    void countForClientsThatAcceptText(String accept, int status) {
      var headers = Map.of("Authorization", "Bearer " + entra.graphToken(ADMIN), "ConsistencyLevel", "eventual");
      var address = entra.sandbox().graphEndpoint() + "/users/$count?$search=%22displayName:kim%22";

      var answer = entra.call("GET", address, "", LocalEntra.with(headers, Map.of("Accept", accept)));

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.body().equals("1")).isEqualTo(status == 200);
    }

    @Test
    void selectPropertiesThatNobodyHasFilledIn() {
      var kim = get("/users/" + KIM, "$select=FaxNumber,assignedLicenses").json();

      assertThat(kim.has("faxNumber") && kim.path("faxNumber").isNull()).isTrue();
      assertThat(kim.path("assignedLicenses").isArray()).isTrue();
      assertThat(get("/users", "$select=onPremisesSyncEnabled", "$top=1").json().at("/value/0").isEmpty()).isFalse();
      assertThat(get("/users", "$filter=faxNumber eq 'Sales'").values("id")).isEmpty();
    }

    @Test
    void keepTheFilterOnTheNextPage() {
      var link = get("/users", "$filter=startsWith(displayName,'User 000')", "$top=4", "$select=displayName");
      var token = Map.of("Authorization", "Bearer " + entra.graphToken(ADMIN));

      var next = entra.call("GET", link.json().path("@odata.nextLink").asString().replace("$", "%24"), "", token);

      assertThat(next.values("displayName")).containsExactly("User 0005", "User 0006", "User 0007", "User 0008");
    }

    @Test
    void refuseTooManyAlternatives() {
      var many = String.join(" or ", Collections.nCopies(16, "displayName eq 'x'"));

      assertThat(get("/users", "$filter=" + many).body()).contains("Too many child clauses", "16", "Max allowed: 15");
    }
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "/memberOf | $filter=startsWith(displayName,'x') | 0",
      "/memberOf/microsoft.graph.group | $search=\"displayName:x\" | 0",
      "/transitiveMemberOf/graph.directoryRole | $orderby=displayName desc | 1",
      "/transitiveMemberOf/microsoft.graph.directoryRole | $top=999 | 1",
      "/ownedObjects | $select=id | 0",
    }
  )
  void ofMemberships(String path, String option, int expected) {
    var lidia = ofLidia(path, option, "$count=true");

    assertThat(lidia.status()).isEqualTo(200);
    assertThat(lidia.json().path("@odata.count").asInt(-1)).isEqualTo(lidia.json().path("value").size());
    assertThat(lidia.json().path("value").size()).isGreaterThanOrEqualTo(expected);
  }

  @Test
  void ofMembershipsThatAreOnlyCounted() {
    var all = ofLidia("/memberOf", "$count=true").json().path("@odata.count").asString();

    assertThat(ofLidia("/memberOf/$count", "x=1").body()).isEqualTo(all);
    assertThat(ofLidia("/memberOf/microsoft.graph.directoryRole/$count", "x=1").body()).isEqualTo(all);
    assertThat(ofLidia("/memberOf/$value", "x=1").status()).isEqualTo(400);
    assertThat(advanced(DIEGO + "/$count", "x=1").status()).isEqualTo(400);
  }

  private static Answer ofLidia(String path, String... options) {
    var headers = Map.of("Authorization", "Bearer " + entra.graphToken("gateway"), "ConsistencyLevel", "eventual");
    var address = entra.sandbox().graphEndpoint() + "/users/lidia@contoso.com" + path + query(options);
    return entra.call("GET", address, "", headers);
  }

  @Test
  void ofRoles() {
    var roles = "/users/lidia@contoso.com/transitiveMemberOf/microsoft.graph.directoryRole";

    var token = entra.graphToken("gateway");
    var named = entra.graph("GET", roles + query("$select=displayName", "$filter=displayName eq 'x'"), token, "");

    assertThat(named.values("displayName")).isEmpty();
    assertThat(entra.graph("GET", roles + "?$expand=members", token, "").status()).isEqualTo(400);
    assertThat(
      entra
        .graph("GET", roles + query("$select=displayName"), token, "")
        .json()
        .at("/value/0")
        .propertyNames()
    ).containsExactly("displayName");
  }
}
