package dev.authmethods.gateway.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.sandbox.SandboxSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class UsersTests {

  private static final String ADMIN = "auth-admin";
  private static final String USERS = """
  query ($by: [UserRef!]!) {
    users(by: $by) {
      user { objectId userPrincipalName }
      errors { __typename ... on ExpectedError { path } ... on UpstreamThrottledError { retryAfterSeconds } }
    }
  }
  """;
  private static final String WITH_PHONES = """
  query ($by: [UserRef!]!) { users(by: $by) { user { objectId phoneMethods { phoneType } } } }
  """;

  @Nested
  class ArePositional {

    @Test
    void inTheOrderAsked(Gateway gateway) {
      var names = List.of("megan@contoso.com", "adele@contoso.com", "kim@contoso.com");
      assertThat(names(users(gateway, names))).isEqualTo(names);
    }

    @Test
    void withEveryKindOfReference(Gateway gateway) {
      var id = gateway
        .as(ADMIN, "{ user(by: { userPrincipalName: \"kim@contoso.com\" }) { id } }")
        .textAt("/data/user/id");
      var reply = users(gateway, List.of("megan@contoso.com", "10000000-0000-4000-8000-000000000002", id));
      assertThat(names(reply)).containsExactly("megan@contoso.com", "adele@contoso.com", "kim@contoso.com");
    }

    @Test
    void withAnAnswerForEveryDuplicate(Gateway gateway, SandboxControl sandbox) {
      var kim = "10000000-0000-4000-8000-000000000001";
      var reply = users(gateway, List.of(kim, "nobody@contoso.com", kim, "nobody@contoso.com", kim));
      assertThat(names(reply)).containsExactly("kim@contoso.com", "", "kim@contoso.com", "", "kim@contoso.com");
      assertThat(sandbox.asked())
        .filteredOn(call -> call.contains("nobody"))
        .hasSize(1);
    }

    @Test
    void withAnErrorInThePlaceOfWhoIsMissing(Gateway gateway) {
      var missing = "10000000-0000-4000-8000-999999999999";
      var reply = users(gateway, List.of("kim@contoso.com", "nobody@contoso.com", missing, "adele@contoso.com"));
      assertThat(names(reply)).containsExactly("kim@contoso.com", "", "", "adele@contoso.com");
      assertThat(reply.typesAt("/data/users/1/errors")).containsExactly("UserNotFoundError");
      assertThat(reply.textAt("/data/users/1/errors/0/path/1")).isEqualTo("1");
      assertThat(reply.typesAt("/data/users/2/errors")).containsExactly("UserNotFoundError");
      assertThat(reply.textAt("/data/users/2/errors/0/path/1")).isEqualTo("2");
      assertThat(reply.at("/errors").isMissingNode()).isTrue();
    }

    @Test
    void withAnErrorInThePlaceOfWhoIsForbidden(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"path\":\"/users/adele\"},\"status\":403,\"code\":\"Authorization_RequestDenied\"}");
      var reply = users(gateway, List.of("kim@contoso.com", "adele@contoso.com", "megan@contoso.com"));
      assertThat(names(reply)).containsExactly("kim@contoso.com", "", "megan@contoso.com");
      assertThat(reply.typesAt("/data/users/1/errors")).containsExactly("PermissionDeniedError");
    }

    @Test
    void withAnErrorInThePlaceOfWhoIsThrottled(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"path\":\"/users/adele\"},\"times\":9,\"status\":429,\"retryAfter\":2.5}");
      var reply = users(gateway, List.of("kim@contoso.com", "adele@contoso.com"));
      assertThat(names(reply)).containsExactly("kim@contoso.com", "");
      assertThat(reply.typesAt("/data/users/1/errors")).containsExactly("UpstreamThrottledError");
      assertThat(reply.at("/data/users/1/errors/0/retryAfterSeconds").doubleValue()).isEqualTo(2.5);
    }

    @Test
    void alsoWhenNobodyCanBeRead(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"times\":99,\"status\":503}");
      var reply = users(gateway, List.of("kim@contoso.com", "10000000-0000-4000-8000-000000000002"));
      assertThat(reply.typesAt("/data/users/0/errors")).containsExactly("UpstreamUnavailableError");
      assertThat(reply.typesAt("/data/users/1/errors")).containsExactly("UpstreamUnavailableError");
    }

    @Test
    void withoutTheIdOfAPhoneMeaningItsUser(Gateway gateway) {
      var query = "{ user(by: { userPrincipalName: \"megan@contoso.com\" }) { phoneMethods { id } } }";
      var phone = gateway.as(ADMIN, query).textAt("/data/user/phoneMethods/0/id");
      var reply = users(gateway, List.of(phone, "VXNlci8v"));
      assertThat(reply.typesAt("/data/users/0/errors")).containsExactly("UserNotFoundError");
      assertThat(reply.typesAt("/data/users/1/errors")).containsExactly("UserNotFoundError");
    }
  }

  @Nested
  class PhonesThatCannotBeRead {

    @Test
    void blankNobodyElse(Gateway gateway, SandboxControl sandbox) {
      var adele = "10000000-0000-4000-8000-000000000002";
      var megan = "10000000-0000-4000-8000-000000000011";
      sandbox.fault("{\"match\":{\"path\":\"/users/%s/authentication\"},\"status\":403}".formatted(adele));
      var reply = gateway.as(ADMIN, WITH_PHONES, by(List.of(adele, megan)));
      assertThat(reply.textAt("/data/users/0/user/objectId")).isEqualTo(adele);
      assertThat(reply.at("/data/users/0/user/phoneMethods").isNull()).isTrue();
      assertThat(reply.listAt("/data/users/1/user/phoneMethods")).hasSize(1);
      assertThat(reply.listAt("/errors")).hasSize(1);
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("PERMISSION_DENIED");
    }
  }

  @Nested
  class AreReadInBatches {

    @Test
    void of1000IdsAnd20Phones(Gateway gateway, SandboxControl sandbox) {
      var reply = gateway.as(ADMIN, WITH_PHONES, by(generated(100)));
      assertThat(reply.listAt("/data/users")).hasSize(100);
      assertThat(reply.listAt("/data/users/9/user/phoneMethods")).hasSize(2);
      assertThat(requests(sandbox)).containsOnly(
        Map.entry("POST /directoryObjects/getByIds", 1L),
        Map.entry("POST /$batch", 5L)
      );
      assertThat(sandbox.asked())
        .filteredOn(call -> call.startsWith("- GET "))
        .hasSize(100)
        .doesNotHaveDuplicates();
    }

    @Test
    void upTo1000AtOnce(Gateway gateway, SandboxControl sandbox) {
      var reply = users(gateway, generated(1_000));
      assertThat(names(reply)).hasSize(1_000).doesNotContain("").doesNotHaveDuplicates();
      assertThat(sandbox.asked()).containsExactly("POST /directoryObjects/getByIds");
    }

    @Test
    void of20Names(Gateway gateway, SandboxControl sandbox) {
      var names = IntStream.rangeClosed(1, 41).mapToObj("user%04d@contoso.com"::formatted).toList();
      assertThat(names(users(gateway, names))).isEqualTo(names);
      assertThat(requests(sandbox)).containsOnly(Map.entry("POST /$batch", 3L));
    }

    @Test
    void acrossAliases(Gateway gateway, SandboxControl sandbox) {
      var fields = IntStream.rangeClosed(1, 30).mapToObj(
        "u%1$d: user(by: { objectId: \"b0000000-0000-4000-8000-%1$012d\" }) { userPrincipalName }"::formatted
      );
      var reply = gateway.as(ADMIN, "{ " + String.join("\n", fields.toList()) + " }");
      assertThat(reply.textAt("/data/u30/userPrincipalName")).isEqualTo("user0030@contoso.com");
      assertThat(sandbox.asked()).containsExactly("POST /directoryObjects/getByIds");
    }

    @Test
    void oneByOneWhereGetByIdsIsNotAllowed() {
      try (
        var sandbox = SandboxControl.start(SandboxSettings.onFreePorts().withDirectoryPermissionForGetByIds());
        var gateway = Gateway.start(sandbox)
      ) {
        var reply = users(gateway, generated(21));
        assertThat(names(reply)).hasSize(21).doesNotContain("");
        assertThat(sandbox.requests("POST", "$batch")).isEqualTo(2);
      }
    }

    private static Map<String, Long> requests(SandboxControl sandbox) {
      return sandbox
        .asked()
        .stream()
        .filter(call -> !call.startsWith("- "))
        .map(call -> call.replace("%24", "$"))
        .collect(Collectors.groupingBy(call -> call, Collectors.counting()));
    }
  }

  @Nested
  class AreLimited {

    @Test
    void to1000(Gateway gateway, SandboxControl sandbox) {
      var many = Stream.concat(generated(1_000).stream(), Stream.of("kim@contoso.com")).toList();
      var reply = users(gateway, many);
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("INVALID_INPUT");
      assertThat(reply.textAt("/errors/0/extensions/violations/0/constraint")).isEqualTo("ContainerSize");
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void toOneAtLeast(Gateway gateway) {
      assertThat(users(gateway, List.of()).textAt("/errors/0/extensions/code")).isEqualTo("INVALID_INPUT");
    }

    @Test
    void toWellFormedObjectIds(Gateway gateway, SandboxControl sandbox) {
      var reply = gateway.as("auth-admin", "{ user(by: {objectId: \"not-a-guid\"}) { id } }");
      assertThat(reply.textAt("/errors/0/extensions/violations/0/constraint")).isEqualTo("Pattern");
      assertThat(reply.at("/errors/0/extensions/violations/0/path").toString()).isEqualTo("[\"by\",\"objectId\"]");
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void eachInItsOwnPlace(Gateway gateway) {
      var reply = users(gateway, List.of("kim@contoso.com", "not-a-guid"));
      assertThat(reply.textAt("/data/users/0/user/userPrincipalName")).isEqualTo("kim@contoso.com");
      assertThat(reply.typesAt("/data/users/1/errors")).containsExactly("UserNotFoundError");
    }
  }

  @Nested
  class OneUser {

    @ParameterizedTest
    @ValueSource(
      strings = { "nobody@contoso.com", "10000000-0000-4000-8000-999999999999", "VXNlci8v", "a/b@contoso.com" }
    )
    void isNullWhenThereIsNone(String user, Gateway gateway) {
      var reply = one(gateway, user);
      assertThat(reply.at("/data/user").isNull()).isTrue();
      assertThat(reply.at("/errors").isMissingNode()).isTrue();
    }

    @Test
    void isNullWhenTheCallerMayNotSeeThem(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"path\":\"/users/kim\"},\"status\":403}");
      assertThat(one(gateway, "kim@contoso.com").at("/data/user").isNull()).isTrue();
    }

    @Test
    void isAnErrorWhenMicrosoftDoesNotAnswer(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"times\":9,\"status\":503}");
      var reply = one(gateway, "kim@contoso.com");
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("UPSTREAM_UNAVAILABLE");
    }

    @Test
    void isASeparateErrorWhenMicrosoftRefuses(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"times\":9,\"status\":422,\"code\":\"newCode\"}");
      var reply = one(gateway, "kim@contoso.com");
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("UPSTREAM_REFUSED");
      assertThat(reply.textAt("/errors/0/extensions/upstreamCode")).isEqualTo("newCode");
    }

    @Test
    void isFoundInAnyCase(Gateway gateway) {
      assertThat(one(gateway, "KIM@Contoso.COM").textAt("/data/user/userPrincipalName")).isEqualTo("kim@contoso.com");
    }

    private static Reply one(Gateway gateway, String user) {
      var query = "query ($by: UserRef!) { user(by: $by) { userPrincipalName } }";
      return gateway.as(ADMIN, query, Map.of("by", PhoneMutation.ref(user)));
    }
  }

  private static Reply users(Gateway gateway, List<String> users) {
    return gateway.as(ADMIN, USERS, by(users));
  }

  private static Map<String, ?> by(List<String> users) {
    return Map.of("by", users.stream().map(PhoneMutation::ref).toList());
  }

  private static List<String> names(Reply reply) {
    return reply
      .listAt("/data/users")
      .stream()
      .map(lookup -> lookup.at("/user/userPrincipalName").asString(""))
      .toList();
  }

  private static List<String> generated(int count) {
    return IntStream.rangeClosed(1, count).mapToObj("b0000000-0000-4000-8000-%012d"::formatted).toList();
  }
}
