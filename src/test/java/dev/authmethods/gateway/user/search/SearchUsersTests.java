package dev.authmethods.gateway.user.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class SearchUsersTests {

  private static final String ADMIN = "auth-admin";
  private static final String QUERY = """
  query ($search: String, $filter: UserFilter, $orderBy: UserOrder! = DISPLAY_NAME, $first: Int! = 25, $after: String) {
    searchUsers(search: $search, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      nodes { displayName userPrincipalName }
      edges { cursor node { objectId } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      totalCount
      errors { __typename ... on ExpectedError { message path } ... on PermissionDeniedError { acceptedRoles } }
    }
  }
  """;
  private static final String FOUND = "/data/searchUsers";
  private static final String NEXT = FOUND + "/pageInfo/endCursor";

  @Nested
  class Words {

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "müller | Anna Müller,Dieter Müller,Jürgen Müller-Lüdenscheidt,Thomas Müller",
        "MÜLLER anna | Anna Müller",
        "anna müller | Anna Müller",
        "üller | ",
        "lüden | Jürgen Müller-Lüdenscheidt",
        "o'brien | Conan O'Brien,Sinéad O'Brien",
        "Robert \"Bob\" Tables | Robert \"Bob\" Tables",
        "R&D | R&D Reception",
        "Jo Back\\slash | Jo Back\\slash",
        "kim@contoso.com | Kim Akers",
        "anna.mueller@ | Anna Müller",
        "\" OR \"displayName:kim | ",
        "kim\\ | Kim Akers",
        "kim\" AND \"mail:k | ",
        "50% | ",
        "a+b | ",
        "&$filter=x | ",
        "#EXTERNAL# | External User",
      }
    )
    void findNames(String search, String names, Gateway gateway) {
      var reply = search(gateway, ADMIN, Map.of("search", search));
      assertThat(reply.listAt(FOUND + "/errors")).isEmpty();
      assertThat(names(reply)).isEqualTo(names == null ? List.of() : List.of(names.split(",", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = { " ", "\t", "   " })
    void thatAreBlankFindEverybody(String search, Gateway gateway) {
      assertThat(
        search(gateway, ADMIN, Map.of("search", search))
          .at(FOUND + "/totalCount")
          .intValue()
      ).isGreaterThan(1_000);
    }

    @Test
    void areOneCallWithTheHeader(Gateway gateway, SandboxControl sandbox) {
      search(gateway, ADMIN, Map.of("search", "anna"));
      assertThat(sandbox.asked()).containsExactly("GET /users");
    }
  }

  @Nested
  class Conditions {

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "accountEnabled | false | 41",
        "userType | GUEST | 2",
        "department | Research & Development | 105",
        "officeLocation | 17/1071 | 1",
        "companyName | Nobody's | 0",
        "displayNameStartsWith | User 000 | 9",
        "displayNameStartsWith | ' or startsWith(displayName,'K | 0",
        "displayNameStartsWith | Conan O'B | 1",
        "userPrincipalNameStartsWith | user09 | 100",
        "userPrincipalNameEndsWith | #EXT#@contoso.com | 2",
      }
    )
    void filter(String name, String value, int count, Gateway gateway) {
      Object given = name.equals("accountEnabled") ? Boolean.valueOf(value) : value;
      var reply = search(gateway, ADMIN, Map.of("filter", Map.of(name, given)));
      assertThat(reply.listAt(FOUND + "/errors")).isEmpty();
      assertThat(reply.at(FOUND + "/totalCount").intValue()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = { "isSyncedFromOnPremises", "isLicensed" })
    void areTrueOrFalseOfEverybody(String name, Gateway gateway) {
      var yes = count(gateway, Map.of(name, true));
      var no = count(gateway, Map.of(name, false));
      assertThat(yes).isPositive();
      assertThat(no).isPositive();
      assertThat(yes + no).isEqualTo(count(gateway, Map.of()));
    }

    @Test
    void divideByTime(Gateway gateway) {
      var moment = "2025-01-01T00:00:00Z";
      var before = count(gateway, Map.of("createdBefore", moment));
      var after = count(gateway, Map.of("createdFrom", moment));
      assertThat(before).isPositive();
      assertThat(after).isPositive();
      assertThat(before + after).isEqualTo(count(gateway, Map.of()));
    }

    @Test
    void allHoldTogetherWithWords(Gateway gateway) {
      var filter = Map.of("accountEnabled", false, "userType", "MEMBER");
      assertThat(names(search(gateway, ADMIN, Map.of("search", "müller", "filter", filter)))).containsExactly(
        "Dieter Müller"
      );
    }

    private static int count(Gateway gateway, Map<String, ?> filter) {
      return search(gateway, ADMIN, Map.of("filter", filter, "first", 1))
        .at(FOUND + "/totalCount")
        .intValue();
    }
  }

  @Nested
  class Orders {

    @Test
    void areByName(Gateway gateway) {
      assertThat(names(search(gateway, ADMIN, Map.of("search", "user 0", "first", 2)))).containsExactly(
        "User 0001",
        "User 0002"
      );
    }

    @Test
    void areByTimeTheNewestFirst(Gateway gateway) {
      var reply = search(gateway, ADMIN, Map.of("orderBy", "NEWEST_FIRST", "first", 2));
      assertThat(names(reply)).containsExactly("User 1000", "User 0999");
    }
  }

  @Nested
  class Pages {

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void leadToEverybodyOnce(boolean emptyPages, Gateway gateway, SandboxControl sandbox) {
      sandbox.call("POST", "/settings", "{\"directory\":{\"emptyPages\":%s}}".formatted(emptyPages));
      var seen = new ArrayList<String>();
      var page = search(gateway, ADMIN, Map.of("search", "user 00", "first", 30));
      assertThat(page.at(FOUND + "/pageInfo/hasPreviousPage").booleanValue()).isFalse();
      seen.addAll(names(page));
      while (page.at(FOUND + "/pageInfo/hasNextPage").booleanValue()) {
        page = search(gateway, ADMIN, Map.of("search", "user 00", "first", 30, "after", page.textAt(NEXT)));
        assertThat(page.listAt(FOUND + "/errors")).isEmpty();
        assertThat(page.at(FOUND + "/pageInfo/hasPreviousPage").booleanValue()).isTrue();
        assertThat(page.at(FOUND + "/totalCount").intValue()).isEqualTo(99);
        seen.addAll(names(page));
      }
      assertThat(seen).isEqualTo(IntStream.rangeClosed(1, 99).mapToObj("User %04d"::formatted).toList());
    }

    @Test
    void continueAfterAnyUserWithAnotherSize(Gateway gateway) {
      var first = search(gateway, ADMIN, Map.of("search", "user 0", "first", 10));
      var after = first.textAt(FOUND + "/edges/3/cursor");
      var second = search(gateway, ADMIN, Map.of("search", "user 0", "first", 2, "after", after));
      assertThat(names(second)).containsExactly("User 0005", "User 0006");
      var third = search(gateway, ADMIN, Map.of("search", "user 0", "first", 99, "after", second.textAt(NEXT)));
      assertThat(names(third)).containsExactly("User 0007", "User 0008", "User 0009", "User 0010");
      var fourth = search(gateway, ADMIN, Map.of("search", "user 0", "first", 1, "after", third.textAt(NEXT)));
      assertThat(names(fourth)).containsExactly("User 0011");
    }

    @Test
    void endWithTheCursorOfTheLastUser(Gateway gateway) {
      var reply = search(gateway, ADMIN, Map.of("search", "anna müller", "first", 10));
      assertThat(reply.at(FOUND + "/pageInfo/hasNextPage").booleanValue()).isFalse();
      var end = search(gateway, ADMIN, Map.of("search", "anna müller", "after", reply.textAt(NEXT)));
      assertThat(names(end)).isEmpty();
      assertThat(end.at(FOUND + "/pageInfo/hasNextPage").booleanValue()).isFalse();
      assertThat(end.at(NEXT).isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, -1, 1_000 })
    void haveBounds(int first, Gateway gateway, SandboxControl sandbox) {
      var reply = search(gateway, ADMIN, Map.of("first", first));
      assertThat(reply.textAt("/errors/0/extensions/violations/0/constraint")).isEqualTo("Range");
      assertThat(sandbox.requests()).isEmpty();
    }

    /** GraphQL lets a variable that may be null stand for an argument that has a default, and only its value shows the fault. */
    @ParameterizedTest
    @ValueSource(strings = { "$n: Int | first: $n", "$n: UserOrder | orderBy: $n" })
    void takeNoNullInPlaceOfADefault(String variable, Gateway gateway, SandboxControl sandbox) {
      var parts = variable.split(" \\| ", -1);
      var query = "query (%s) { searchUsers(%s) { totalCount } }".formatted(parts[0], parts[1]);
      var variables = new HashMap<String, @Nullable Object>();
      variables.put("n", null);
      assertThat(gateway.as(ADMIN, query, variables).textAt("/errors/0/extensions/code")).isEqualTo("BAD_USER_INPUT");
      assertThat(sandbox.requests()).isEmpty();
      assertThat(
        gateway
          .as(ADMIN, query)
          .at(FOUND + "/totalCount")
          .intValue()
      ).isGreaterThan(1_000);
    }

    @Test
    void of999UsersWithDetailsAreRead(Gateway gateway) {
      var query = "{ searchUsers(first: 999) { nodes { department accountEnabled manager: __typename } } }";
      assertThat(gateway.as(ADMIN, query).listAt(FOUND + "/nodes")).hasSize(999);
    }
  }

  @Nested
  class ACursor {

    @Test
    void ofAnotherSearchIsNotAccepted(Gateway gateway, SandboxControl sandbox) {
      var after = search(gateway, ADMIN, Map.of("search", "user", "first", 1)).textAt(NEXT);
      sandbox.call("DELETE", "/requests", "");
      assertNotAccepted(search(gateway, ADMIN, Map.of("search", "anna", "after", after)));
      assertNotAccepted(search(gateway, ADMIN, Map.of("search", "user", "orderBy", "NEWEST_FIRST", "after", after)));
      assertNotAccepted(
        search(gateway, ADMIN, Map.of("search", "user", "filter", Map.of("accountEnabled", true), "after", after))
      );
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void ofAnotherCallerIsNotAccepted(Gateway gateway) {
      var after = search(gateway, "global-reader", Map.of("first", 1)).textAt(NEXT);
      assertNotAccepted(search(gateway, ADMIN, Map.of("after", after)));
    }

    @ParameterizedTest
    @ValueSource(
      strings = { "x", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }
    )
    void thatWasForgedIsNotAccepted(String after, Gateway gateway, SandboxControl sandbox) {
      assertNotAccepted(search(gateway, ADMIN, Map.of("after", after)));
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void thatIsTooOldIsNotAccepted(Gateway gateway, SandboxControl sandbox) {
      var after = search(gateway, ADMIN, Map.of("first", 1)).textAt(NEXT);
      sandbox.call("POST", "/settings", "{\"directory\":{\"skipTokenSeconds\":60},\"clockAheadSeconds\":120}");
      assertNotAccepted(search(gateway, ADMIN, Map.of("after", after)));
    }

    @Test
    void showsNothingOfMicrosoftsToken(Gateway gateway) {
      var one = search(gateway, ADMIN, Map.of("search", "user", "first", 1)).textAt(NEXT);
      var other = search(gateway, ADMIN, Map.of("search", "user", "first", 1)).textAt(NEXT);
      assertThat(one).isNotEqualTo(other).matches("[A-Za-z0-9_-]+");
    }

    private static void assertNotAccepted(Reply reply) {
      assertThat(reply.typesAt(FOUND + "/errors")).containsExactly("CursorNotAcceptedError");
      assertThat(reply.textAt(FOUND + "/errors/0/path/0")).isEqualTo("after");
      assertThat(reply.listAt(FOUND + "/nodes")).isEmpty();
    }
  }

  @Nested
  class ACaller {

    @Test
    void isRefusedAsAGuest(Gateway gateway, SandboxControl sandbox) {
      var token = sandbox.token("user", Map.of("oid", "10000000-0000-4000-8000-000000000041"));
      var reply = gateway.execute(token, QUERY, Map.of());
      assertThat(reply.typesAt(FOUND + "/errors")).containsExactly("PermissionDeniedError");
    }

    @Test
    void readsWhichPermissionTheGatewayLacks(Gateway gateway, SandboxControl sandbox) {
      sandbox.consent("{\"delegated\":[\"User.Read\"],\"application\":[]}");
      var reply = search(gateway, ADMIN, Map.of());
      assertThat(reply.typesAt(FOUND + "/errors")).containsExactly("GatewayConfigurationError");
      assertThat(reply.textAt(FOUND + "/errors/0/message")).contains("User.Read.All");
    }

    @Test
    void readsThatATenantForCustomersHasNoSearch(Gateway gateway, SandboxControl sandbox) {
      sandbox.call("POST", "/settings", "{\"directory\":{\"forCustomers\":true}}");
      var reply = search(gateway, ADMIN, Map.of("search", "kim"));
      assertThat(reply.typesAt(FOUND + "/errors")).containsExactly("SearchNotSupportedError");
      assertThat(reply.textAt(FOUND + "/errors/0/path/0")).isEqualTo("search");
    }

    @Nested
    @GatewayTest("gateway.entra.acting-as=application")
    class OfAGatewayThatActsAsAnApplication {

      @Test
      void needsARole(Gateway gateway, SandboxControl sandbox) {
        var reply = search(gateway, "user", Map.of("search", "kim"));
        assertThat(reply.typesAt(FOUND + "/errors")).containsExactly("PermissionDeniedError");
        assertThat(reply.textAt(FOUND + "/errors/0/acceptedRoles/0")).isEqualTo("Global Reader");
        assertThat(sandbox.requests()).isEmpty();
      }

      @Test
      void findsUsersWithARole(Gateway gateway) {
        assertThat(names(search(gateway, "global-reader", Map.of("search", "kim")))).containsExactly("Kim Akers");
      }
    }
  }

  @Nested
  class TheUsersOfAPage {

    @Test
    void areReadTogether(Gateway gateway, SandboxControl sandbox) {
      var query = """
      { searchUsers(search: "user 00", first: 20) { nodes { department phoneMethods { phoneType } } } }
      """;
      var reply = gateway.as(ADMIN, query);
      assertThat(reply.textAt(FOUND + "/nodes/0/department")).isEqualTo("Finance");
      assertThat(reply.listAt(FOUND + "/nodes/9/phoneMethods")).hasSize(2);
      assertThat(
        sandbox
          .asked()
          .stream()
          .filter(call -> !call.startsWith("- "))
      ).hasSize(2);
    }

    @Test
    void haveDetailsInEdgesToo(Gateway gateway, SandboxControl sandbox) {
      var query = "{ searchUsers(search: \"anna müller\") { edges { node { department } } } }";
      assertThat(gateway.as(ADMIN, query).textAt(FOUND + "/edges/0/node/department")).isEqualTo("Finance");
      assertThat(sandbox.asked()).containsExactly("GET /users");
    }

    @ParameterizedTest
    @CsvSource({
      "201, signInActivity { activity { lastSignInDateTime } }",
      "999, p: phoneMethods { id } e: authenticationMethods { id } m: manager { id } i: isAdministrator",
    })
    void areTooManyForCostlyFields(int first, String field, Gateway gateway, SandboxControl sandbox) {
      var query = "query ($n: Int!) { searchUsers(first: $n) { nodes { %s } } }".formatted(field);
      var reply = gateway.as("global-reader", query, Map.of("n", first));
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("TOO_COSTLY");
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  private static Reply search(Gateway gateway, String persona, Map<String, ?> variables) {
    return gateway.as(persona, QUERY, new HashMap<>(variables));
  }

  private static List<String> names(Reply reply) {
    return reply
      .listAt(FOUND + "/nodes")
      .stream()
      .map(user -> user.path("displayName").asString())
      .toList();
  }
}
