package dev.authmethods.gateway;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static dev.authmethods.gateway.fixtures.PhoneMutation.deleteMethod;
import static dev.authmethods.gateway.fixtures.PhoneMutation.disableSmsSignIn;
import static dev.authmethods.gateway.fixtures.PhoneMutation.enableSmsSignIn;
import static dev.authmethods.gateway.fixtures.PhoneMutation.ref;
import static dev.authmethods.gateway.fixtures.PhoneMutation.resetMfa;
import static dev.authmethods.gateway.fixtures.PhoneMutation.resetPassword;
import static dev.authmethods.gateway.fixtures.PhoneMutation.revokeSignInSessions;
import static dev.authmethods.gateway.fixtures.PhoneMutation.set;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLUnionType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.graphql.execution.GraphQlSource;

/** Every member of every union is answered by something that clients can do. */
@GatewayTest
class EveryErrorTests {

  private static final String ADMIN = "auth-admin";
  private static final String NUMBER = "+1 2065550123";
  private static final PhoneMutation ADD = add("10000000-0000-4000-8000-000000000001", "MOBILE", NUMBER);
  private static final PhoneMutation UPDATE = update("10000000-0000-4000-8000-000000000011", "MOBILE", NUMBER);
  private static final PhoneMutation SET = set("10000000-0000-4000-8000-000000000011", "MOBILE", NUMBER);
  private static final PhoneMutation DELETE = delete("10000000-0000-4000-8000-000000000011", "MOBILE");
  private static final PhoneMutation ENABLE = enableSmsSignIn("10000000-0000-4000-8000-000000000032");
  private static final PhoneMutation DISABLE = disableSmsSignIn("10000000-0000-4000-8000-000000000031");

  private static final String ADELE = "10000000-0000-4000-8000-000000000002";
  private static final String MIRIAM = "10000000-0000-4000-8000-000000000023";
  private static final PhoneMutation ADD_EMAIL = PhoneMutation.email("addEmailMethod", ADELE, "new@example.com");
  private static final PhoneMutation SET_EMAIL = PhoneMutation.email("setEmailMethod", MIRIAM, "new@example.com");
  private static final PhoneMutation UPDATE_EMAIL = PhoneMutation.email("updateEmailMethod", MIRIAM, "new@example.com");
  private static final PhoneMutation DELETE_EMAIL = PhoneMutation.email("deleteEmailMethod", MIRIAM, null);
  private static final String PASSWORD_ID = "28c10230-6103-485e-b985-444c60001490";
  private static final PhoneMutation DELETE_METHOD = deleteMethod(
    "10000000-0000-4000-8000-000000000011",
    "PHONE",
    "3179e48a-750b-4051-897c-87b9720928f7"
  );
  private static final PhoneMutation REVOKE = revokeSignInSessions("10000000-0000-4000-8000-000000000011");
  private static final PhoneMutation RESET = resetMfa("10000000-0000-4000-8000-000000000011");
  private static final PhoneMutation RESET_PASSWORD = resetPassword(ADELE);
  private static final String EMAIL = "/users/10000000-0000-4000-8000-0000000000%02d/authentication/emailMethods";
  private static final String EMAIL_ID = "/3ddfcfc8-9383-446f-83cc-3ab9be4be18f";
  private static final String CHANGING_EMAIL = """
  "meanwhile":{"when":"after","method":"PATCH","path":"%s","body":{"emailAddress":"third@example.com"}}
  """.formatted(EMAIL.formatted(23) + EMAIL_ID);

  /** After a deletion that was made there is nothing to look at: this one was not, and will not be. */
  private static final String IN_CONFLICT = "\"status\":409,\"code\":\"conflict\",";

  private static final String ERRORS = "errors { __typename ... on ExpectedError { message } }";
  private static final String SEARCH = "{ searchUsers(search: \"kim\") { " + ERRORS + " } }";
  private static final String ACTIVITY =
    "{ user(by: { objectId: \"10000000-0000-4000-8000-000000000002\" }) { signInActivity { " + ERRORS + " } } }";

  private static final PhoneMutation CREATE_PASS = pass("createTemporaryAccessPass", ADELE);
  private static final PhoneMutation DELETE_PASS = pass(
    "deleteTemporaryAccessPass",
    "10000000-0000-4000-8000-000000000024"
  );
  private static final String PASSES =
    "/users/10000000-0000-4000-8000-0000000000%02d/authentication/temporaryAccessPassMethods";
  private static final Row OF_MANY_PASSES = Row.of("CreateTemporaryAccessPassesError", "InvalidInputError", ADD);

  private static final PhoneMutation ADDING = set("10000000-0000-4000-8000-000000000001", "MOBILE", NUMBER);
  private static final Row OF_MANY = Row.of("AddPhoneMethodsError", "InvalidInputError", ADD);

  /** The number is not saved, though it often is when this is answered. */
  private static final String NOT_UNIQUE = "\"status\":409,\"code\":\"phoneNumberNotUnique\"";

  /** The path of the mobile phone of the user with this number. */
  private static final String MOBILE =
    "/users/10000000-0000-4000-8000-0000000000%02d/authentication/phoneMethods/3179e48a-750b-4051-897c-87b9720928f7";

  @Test
  void areAllInTheTable(Gateway gateway) {
    var members = unions(gateway).flatMap(union ->
      union
        .getTypes()
        .stream()
        .map(member -> union.getName() + " " + ((GraphQLNamedType) member).getName())
    );
    var rows = Stream.of(
      mutations(),
      mutationsInChina(),
      mutationsAfterALoss(),
      mutationsOfAnApplication(),
      lookups(),
      reads(),
      Stream.of(OF_MANY, OF_MANY_PASSES)
    ).flatMap(all -> all);
    assertThat(rows.map(Row::name)).containsExactlyInAnyOrderElementsOf(members.toList());
  }

  @ParameterizedTest
  @MethodSource
  void mutations(Row row, Gateway gateway, SandboxControl sandbox) {
    assertIsAnswered(row, gateway, sandbox);
  }

  @Nested
  @GatewayTest("gateway.entra.cloud=china-21vianet")
  class InChina {

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.EveryErrorTests#mutationsInChina")
    void mutations(Row row, Gateway gateway, SandboxControl sandbox) {
      assertIsAnswered(row, gateway, sandbox);
    }
  }

  @Nested
  @GatewayTest("gateway.entra.acting-as=application")
  class OfAnApplication {

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.EveryErrorTests#mutationsOfAnApplication")
    void mutations(Row row, Gateway gateway, SandboxControl sandbox) {
      assertIsAnswered(row, gateway, sandbox);
    }
  }

  @Nested
  @GatewayTest("gateway.idempotency.when-lost=refuse")
  class AfterALoss {

    @ParameterizedTest
    @MethodSource("dev.authmethods.gateway.EveryErrorTests#mutationsAfterALoss")
    void mutations(Row row, Gateway gateway, SandboxControl sandbox) {
      assertIsAnswered(row, gateway, sandbox);
    }
  }

  @ParameterizedTest
  @MethodSource
  void lookups(Row row, Gateway gateway, SandboxControl sandbox) {
    row.faults().forEach(sandbox::fault);
    var users =
      "query ($by: [UserRef!]!) { users(by: $by) { errors { __typename ... on ExpectedError { message } } } }";
    var reply = gateway.as(ADMIN, users, Map.of("by", List.of(ref(row.persona()))));
    assertThat(reply.typesAt("/data/users/0/errors")).containsExactly(row.member());
    assertThat(reply.textAt("/data/users/0/errors/0/message")).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource
  void reads(Row row, Gateway gateway, SandboxControl sandbox) {
    var meanwhile = row.before().run(row, gateway, sandbox);
    row.faults().forEach(sandbox::fault);
    var errors = gateway.as(row.persona(), row.mutation().field()).at("/data").findValue("errors");
    assertThat(errors).hasSize(1);
    assertThat(errors.at("/0/__typename").asString()).isEqualTo(row.member());
    assertThat(errors.at("/0/message").asString()).isNotBlank();
    meanwhile.join();
  }

  @Test
  void many(Gateway gateway) {
    var adding = """
    mutation { addPhoneMethods(input: {items: []}) { errors { __typename ... on ExpectedError { message path } } } }
    """;
    var reply = gateway.as(ADMIN, adding);
    assertThat(reply.typesAt("/data/addPhoneMethods/errors")).containsExactly(OF_MANY.member());
    assertThat(reply.textAt("/data/addPhoneMethods/errors/0/path/1")).isEqualTo("items");
  }

  @Test
  void manyPasses(Gateway gateway) {
    var creating = """
    mutation { createTemporaryAccessPasses(input: {items: []}) {
      errors { __typename ... on ExpectedError { message path } } } }
    """;
    var reply = gateway.as(ADMIN, creating);
    assertThat(reply.typesAt("/data/createTemporaryAccessPasses/errors")).containsExactly(OF_MANY_PASSES.member());
  }

  private static PhoneMutation pass(String mutation, String user) {
    return new PhoneMutation(mutation, Map.of("user", ref(user)));
  }

  private static void assertIsAnswered(Row row, Gateway gateway, SandboxControl sandbox) {
    var meanwhile = row.before().run(row, gateway, sandbox);
    row.faults().forEach(sandbox::fault);
    var payload = gateway.as(row.persona(), row.mutation());
    assertThat(payload.types()).containsExactly(row.member());
    assertThat(payload.error("message")).isNotBlank();
    assertThat(payload.error("code")).matches("[A-Z_]+");
    meanwhile.join();
  }

  static Stream<Row> mutations() {
    return Stream.of(
      ofEvery("AddPhoneMethodError", ADD),
      ofEvery("SetPhoneMethodError", SET),
      ofEvery("UpdatePhoneMethodError", UPDATE),
      ofEvery("DeletePhoneMethodError", DELETE),
      ofEvery("EnableSmsSignInError", ENABLE),
      ofEvery("DisableSmsSignInError", DISABLE),
      ofEvery("AddEmailMethodError", ADD_EMAIL),
      ofEvery("SetEmailMethodError", SET_EMAIL),
      ofEvery("UpdateEmailMethodError", UPDATE_EMAIL),
      ofEvery("DeleteEmailMethodError", DELETE_EMAIL),
      ofEvery("CreateTemporaryAccessPassError", CREATE_PASS),
      ofEvery("DeleteTemporaryAccessPassError", DELETE_PASS),
      ofEvery("DeleteAuthenticationMethodError", DELETE_METHOD),
      ofEvery("RevokeSignInSessionsError", REVOKE),
      ofSomeRemovals(),
      ofEvery("ResetPasswordError", RESET_PASSWORD),
      ofSomeResets(),
      ofEveryPhone(),
      ofSome(),
      ofSomeEmails(),
      ofSomePasses()
    ).flatMap(rows -> rows);
  }

  private static Stream<Row> ofEvery(String union, PhoneMutation right) {
    return Stream.of(
      Row.of(union, "InvalidInputError", right.with("clientMutationId", "a".repeat(129))),
      Row.of(union, "UserNotFoundError", right.ofUser("nobody@contoso.com")),
      Row.of(union, "UserNotReadyError", right).underWrites("\"status\":404,\"code\":\"resourceNotFound\""),
      Row.of(union, "PermissionDeniedError", right).by("global-reader"),
      Row.of(union, "UpstreamThrottledError", right).underWrites("\"status\":429,\"retryAfter\":60"),
      Row.of(union, "UpstreamUnavailableError", right).withoutToken(),
      Row.of(union, "UpstreamRefusedError", right).underWrites("\"status\":422,\"code\":\"newCode\""),
      Row.of(union, "GatewayConfigurationError", right).withoutConsent(),
      Row.of(union, "OutcomeUnknownError", right).underWrites("\"status\":503,\"times\":99"),
      Row.of(union, "IdempotencyKeyReusedError", right.keyed("reused").ofUser("adele@contoso.com")).after(
        (row, gateway, _) -> CompletableFuture.completedFuture(gateway.as(row.persona(), right.keyed("reused")))
      ),
      Row.of(union, "IdempotencyKeyInFlightError", right.keyed("in flight")).after(
        EveryErrorTests::theSameNotYetAnswered
      )
    );
  }

  private static CompletableFuture<?> theSameNotYetAnswered(Row row, Gateway gateway, SandboxControl sandbox) {
    sandbox.fault("{\"match\":{\"path\":\"/users/\"},\"delayMs\":2000}");
    var first = CompletableFuture.runAsync(() -> gateway.as(row.persona(), row.mutation()));
    await().until(() ->
      sandbox
        .asked()
        .stream()
        .anyMatch(call -> call.contains("/users/"))
    );
    return first;
  }

  /** Somebody else changes the phone after Microsoft Graph has answered and before the gateway looks. */
  private static String changing(int user, String number) {
    return """
    "meanwhile":{"when":"after","method":"PATCH","path":"%s","body":{"phoneNumber":"%s","phoneType":"mobile"}}
    """.formatted(MOBILE.formatted(user), number);
  }

  private static Stream<Row> ofEveryPhone() {
    return Stream.of(ADD, SET, UPDATE, DELETE, ENABLE, DISABLE).map(right ->
      Row.of(right.union(), "PhoneTypeRequiredError", right.with("phoneType", null))
    );
  }

  private static Stream<Row> ofSomeRemovals() {
    var union = "DeleteAuthenticationMethodError";
    return Stream.of(
      Row.of(union, "AuthenticationMethodNotFoundError", DELETE_METHOD.ofUser(ADELE)),
      Row.of(union, "MethodNotDeletableError", deleteMethod(ADELE, "PASSWORD", PASSWORD_ID)),
      Row.of(union, "MobilePhoneStillNeededError", DELETE_METHOD.ofUser("alex@contoso.com")),
      Row.of(union, "DefaultMethodError", DELETE_METHOD.ofUser("isaiah@contoso.com")),
      Row.of(union, "MethodChangedError", DELETE_METHOD).underWrites(IN_CONFLICT + changing(11, "+1 2065550177")),
      Row.of(union, "StepUpRequiredError", deleteMethod("avery@contoso.com", "PASSKEY", "key-of-avery"))
        .by("auth-admin")
        .after(EveryErrorTests::averyHasAKey),
      Row.of("ResetMfaError", "InvalidInputError", RESET.with("keep", List.of("nonsense"))),
      Row.of("ResetMfaError", "OwnAccountNotAllowedError", RESET.ofUser("avery@contoso.com")),
      Row.of("ResetMfaError", "UserNotFoundError", RESET.ofUser("nobody@contoso.com")),
      Row.of("ResetMfaError", "UserNotReadyError", RESET.ofUser("megan@contoso.com")).underReads(
        "\"status\":404,\"code\":\"resourceNotFound\""
      ),
      Row.of("ResetMfaError", "PermissionDeniedError", RESET).by("user"),
      Row.of("ResetMfaError", "UpstreamThrottledError", RESET).under("\"status\":429,\"retryAfter\":60,\"times\":99"),
      Row.of("ResetMfaError", "UpstreamUnavailableError", RESET).withoutToken(),
      Row.of("ResetMfaError", "UpstreamRefusedError", RESET).under("\"status\":422,\"code\":\"newCode\""),
      Row.of("ResetMfaError", "GatewayConfigurationError", RESET).withoutConsent(),
      Row.of("ResetMfaError", "OutcomeUnknownError", RESET.keyed("once"))
        .after(EveryErrorTests::theSameBefore)
        .under("\"status\":503,\"times\":99"),
      Row.of("ResetMfaError", "IdempotencyKeyReusedError", RESET.keyed("reused").ofUser(ADELE)).after(
        (row, gateway, _) -> CompletableFuture.completedFuture(gateway.as(row.persona(), RESET.keyed("reused")))
      ),
      Row.of("ResetMfaError", "IdempotencyKeyInFlightError", RESET.keyed("in flight")).after(
        EveryErrorTests::theSameNotYetAnswered
      ),
      Row.of("RevokeSignInSessionsError", "ExternalUserError", REVOKE.ofUser("ext_user_fabrikam.com#EXT#@contoso.com"))
    );
  }

  private static CompletableFuture<?> theSameBefore(Row row, Gateway gateway, SandboxControl sandbox) {
    return CompletableFuture.completedFuture(gateway.as(row.persona(), row.mutation()));
  }

  private static CompletableFuture<?> averyHasAKey(Row row, Gateway gateway, SandboxControl sandbox) {
    var key = "{\"@odata.type\":\"#microsoft.graph.fido2AuthenticationMethod\",\"id\":\"key-of-avery\"}";
    return CompletableFuture.completedFuture(sandbox.call("POST", "/users/avery@contoso.com/methods", key));
  }

  private static Stream<Row> ofSomeResets() {
    var union = "ResetPasswordError";
    return Stream.of(
      Row.of(union, "NewPasswordRequiredError", RESET_PASSWORD.with("user", ref("hadar@contoso.com"))),
      Row.of(union, "PasswordRefusedError", RESET_PASSWORD.with("newPassword", "only small letters")),
      Row.of(union, "PasswordResetFailedError", RESET_PASSWORD.with("waitSeconds", 2)).failing(),
      Row.of(union, "ExternalUserError", RESET_PASSWORD.with("user", ref("ext_user_fabrikam.com#EXT#@contoso.com"))),
      Row.of(union, "OwnAccountNotAllowedError", RESET_PASSWORD.with("user", ref("avery@contoso.com")))
    );
  }

  private static Stream<Row> ofSomeEmails() {
    return Stream.of(
      Row.of("AddEmailMethodError", "InvalidEmailAddressError", ADD_EMAIL.with("emailAddress", "nonsense")),
      Row.of("AddEmailMethodError", "EmailMethodAlreadyRegisteredError", ADD_EMAIL.with("user", ref(MIRIAM))),
      Row.of("AddEmailMethodError", "OwnAccountNotAllowedError", ADD_EMAIL.with("user", ref("avery@contoso.com"))),
      Row.of("SetEmailMethodError", "InvalidEmailAddressError", SET_EMAIL.with("emailAddress", "nonsense")),
      Row.of("SetEmailMethodError", "OwnAccountNotAllowedError", SET_EMAIL.with("user", ref("avery@contoso.com"))),
      Row.of("SetEmailMethodError", "EmailMethodNotFoundError", SET_EMAIL).amidOthersWithEmails(23),
      Row.of(
        "SetEmailMethodError",
        "EmailMethodAlreadyRegisteredError",
        SET_EMAIL.with("user", ref(ADELE))
      ).amidOthersWithEmails(2),
      Row.of("SetEmailMethodError", "EmailMethodChangedError", SET_EMAIL).underWrites(CHANGING_EMAIL),
      Row.of("UpdateEmailMethodError", "InvalidEmailAddressError", UPDATE_EMAIL.with("emailAddress", "nonsense")),
      Row.of(
        "UpdateEmailMethodError",
        "OwnAccountNotAllowedError",
        UPDATE_EMAIL.with("user", ref("avery@contoso.com"))
      ),
      Row.of("UpdateEmailMethodError", "EmailMethodNotFoundError", UPDATE_EMAIL.with("user", ref(ADELE))),
      Row.of("UpdateEmailMethodError", "EmailMethodChangedError", UPDATE_EMAIL).underWrites(CHANGING_EMAIL),
      Row.of("DeleteEmailMethodError", "EmailMethodNotFoundError", DELETE_EMAIL.with("user", ref(ADELE))),
      Row.of("DeleteEmailMethodError", "EmailMethodChangedError", DELETE_EMAIL).underWrites(
        IN_CONFLICT + CHANGING_EMAIL
      )
    );
  }

  private static Stream<Row> ofSomePasses() {
    var union = "CreateTemporaryAccessPassError";
    var deletion = "DeleteTemporaryAccessPassError";
    var past = "2024-01-15T08:00:00Z";
    return Stream.of(
      Row.of(union, "AccessPassExistsError", CREATE_PASS.with("user", ref("delia@contoso.com"))),
      Row.of(union, "AccessPassLifetimeError", CREATE_PASS.with("lifetimeInMinutes", 481)),
      Row.of(union, "AccessPassStartError", CREATE_PASS.with("startDateTime", past)),
      Row.of(union, "AccessPassMultiUseNotAllowedError", CREATE_PASS.with("isUsableOnce", false)).after(
        EveryErrorTests::onlyPassesForOneUse
      ),
      Row.of(union, "AccessPassChangedError", CREATE_PASS.with("lifetimeInMinutes", 90)).underWrites(
        meanwhile("after", "POST", PASSES.formatted(2), IN_CONFLICT)
      ),
      Row.of(union, "MethodNotAllowedByPolicyError", CREATE_PASS.with("user", ref("ben@contoso.com"))),
      Row.of(union, "ExternalUserError", CREATE_PASS.with("user", ref("ext_user_fabrikam.com#EXT#@contoso.com"))),
      Row.of(union, "OwnAccountNotAllowedError", CREATE_PASS.with("user", ref("avery@contoso.com"))),
      Row.of(deletion, "AccessPassNotFoundError", DELETE_PASS.with("user", ref(ADELE))),
      Row.of(deletion, "AccessPassChangedError", DELETE_PASS).underWrites(
        meanwhile("before", "POST", PASSES.formatted(24), "")
      )
    );
  }

  private static CompletableFuture<?> onlyPassesForOneUse(Row row, Gateway gateway, SandboxControl sandbox) {
    sandbox.call("POST", "/settings", "{\"temporaryAccessPassPolicy\":{\"isUsableOnce\":true}}");
    return CompletableFuture.completedFuture(row);
  }

  private static String meanwhile(String when, String method, String path, String more) {
    return (
      more +
      "\"meanwhile\":{\"when\":\"%s\",\"method\":\"%s\",\"path\":\"%s\",\"body\":{}}".formatted(when, method, path)
    );
  }

  private static Stream<Row> ofSome() {
    return Stream.of(
      Row.of("SetPhoneMethodError", "InvalidPhoneNumberError", SET.with("phoneNumber", "2065550123")),
      Row.of("SetPhoneMethodError", "MobilePhoneRequiredError", set("adele@contoso.com", "ALTERNATE_MOBILE", NUMBER)),
      Row.of("SetPhoneMethodError", "OwnAccountNotAllowedError", set("avery@contoso.com", "MOBILE", NUMBER)),
      Row.of("SetPhoneMethodError", "PhoneMethodChangedError", SET).underWrites(changing(11, "+1 2065550177")),
      Row.of("SetPhoneMethodError", "PhoneMethodNotFoundError", SET).amidOthers(11),
      Row.of("SetPhoneMethodError", "PhoneTypeAlreadyRegisteredError", ADDING).amidOthers(1),
      Row.of("SetPhoneMethodError", "SmsSignInRegistrationFailedError", ADDING).underWrites(NOT_UNIQUE),
      Row.of("AddPhoneMethodError", "SmsSignInRegistrationFailedError", ADD).underWrites(NOT_UNIQUE),
      Row.of("UpdatePhoneMethodError", "SmsSignInRegistrationFailedError", UPDATE).underWrites(NOT_UNIQUE),
      Row.of("UpdatePhoneMethodError", "PhoneMethodChangedError", UPDATE).underWrites(changing(11, "+1 2065550177")),
      Row.of("DeletePhoneMethodError", "PhoneMethodChangedError", DELETE).underWrites(
        IN_CONFLICT + changing(11, "+1 2065550177")
      ),
      Row.of("EnableSmsSignInError", "PhoneMethodChangedError", ENABLE).underWrites(changing(32, "+1 2065550155")),
      Row.of("DisableSmsSignInError", "PhoneMethodChangedError", DISABLE).underWrites(changing(31, "+1 2065550177")),
      Row.of("AddPhoneMethodError", "InvalidPhoneNumberError", ADD.with("phoneNumber", "2065550123")),
      Row.of("AddPhoneMethodError", "PhoneTypeAlreadyRegisteredError", add("megan@contoso.com", "MOBILE", NUMBER)),
      Row.of("AddPhoneMethodError", "MobilePhoneRequiredError", add("adele@contoso.com", "ALTERNATE_MOBILE", NUMBER)),
      Row.of("AddPhoneMethodError", "OwnAccountNotAllowedError", add("avery@contoso.com", "MOBILE", NUMBER)),
      Row.of("UpdatePhoneMethodError", "InvalidPhoneNumberError", UPDATE.with("phoneNumber", "2065550123")),
      Row.of("UpdatePhoneMethodError", "PhoneMethodNotFoundError", update("kim@contoso.com", "MOBILE", NUMBER)),
      Row.of("UpdatePhoneMethodError", "OwnAccountNotAllowedError", update("avery@contoso.com", "MOBILE", NUMBER)),
      Row.of("DeletePhoneMethodError", "PhoneMethodNotFoundError", delete("kim@contoso.com", "MOBILE")),
      Row.of("DeletePhoneMethodError", "MobilePhoneStillNeededError", delete("alex@contoso.com", "MOBILE")),
      Row.of("DeletePhoneMethodError", "DefaultMethodError", delete("isaiah@contoso.com", "MOBILE")),
      Row.of("EnableSmsSignInError", "PhoneMethodNotFoundError", enableSmsSignIn("kim@contoso.com")),
      Row.of("EnableSmsSignInError", "SmsSignInNotAllowedError", enableSmsSignIn("megan@contoso.com")),
      Row.of("DisableSmsSignInError", "PhoneMethodNotFoundError", disableSmsSignIn("kim@contoso.com")),
      Row.of("DisableSmsSignInError", "SmsSignInNotAllowedError", DISABLE.with("phoneType", "OFFICE"))
    );
  }

  static Stream<Row> mutationsInChina() {
    return Stream.of(
      Row.of("AddPhoneMethodError", "CloudNotSupportedError", ADD),
      Row.of("ResetPasswordError", "CloudNotSupportedError", RESET_PASSWORD),
      Row.of("SetPhoneMethodError", "CloudNotSupportedError", ADDING),
      Row.of("EnableSmsSignInError", "CloudNotSupportedError", ENABLE),
      Row.of("DisableSmsSignInError", "CloudNotSupportedError", DISABLE),
      Row.of("CreateTemporaryAccessPassError", "CloudNotSupportedError", CREATE_PASS),
      Row.of("DeleteTemporaryAccessPassError", "CloudNotSupportedError", DELETE_PASS),
      Row.of("AddEmailMethodError", "CloudNotSupportedError", ADD_EMAIL),
      Row.of("SetEmailMethodError", "CloudNotSupportedError", SET_EMAIL),
      Row.of("UpdateEmailMethodError", "CloudNotSupportedError", UPDATE_EMAIL),
      Row.of("DeleteEmailMethodError", "CloudNotSupportedError", DELETE_EMAIL),
      Row.of("DeleteAuthenticationMethodError", "CloudNotSupportedError", deleteMethod(ADELE, "PASSKEY", "any"))
    );
  }

  static Stream<Row> mutationsOfAnApplication() {
    return Stream.of(Row.of("ResetPasswordError", "ApplicationNotAllowedError", RESET_PASSWORD));
  }

  static Stream<Row> mutationsAfterALoss() {
    return Stream.of(
      Row.of("AddPhoneMethodError", "IdempotencyKeysLostError", ADD.keyed("unknown")),
      Row.of("ResetPasswordError", "IdempotencyKeysLostError", RESET_PASSWORD.keyed("unknown")),
      Row.of("SetPhoneMethodError", "IdempotencyKeysLostError", SET.keyed("unknown")),
      Row.of("UpdatePhoneMethodError", "IdempotencyKeysLostError", UPDATE.keyed("unknown")),
      Row.of("DeletePhoneMethodError", "IdempotencyKeysLostError", DELETE.keyed("unknown")),
      Row.of("EnableSmsSignInError", "IdempotencyKeysLostError", ENABLE.keyed("unknown")),
      Row.of("DisableSmsSignInError", "IdempotencyKeysLostError", DISABLE.keyed("unknown")),
      Row.of("CreateTemporaryAccessPassError", "IdempotencyKeysLostError", CREATE_PASS.keyed("unknown")),
      Row.of("DeleteTemporaryAccessPassError", "IdempotencyKeysLostError", DELETE_PASS.keyed("unknown")),
      Row.of("AddEmailMethodError", "IdempotencyKeysLostError", ADD_EMAIL.keyed("unknown")),
      Row.of("SetEmailMethodError", "IdempotencyKeysLostError", SET_EMAIL.keyed("unknown")),
      Row.of("UpdateEmailMethodError", "IdempotencyKeysLostError", UPDATE_EMAIL.keyed("unknown")),
      Row.of("DeleteEmailMethodError", "IdempotencyKeysLostError", DELETE_EMAIL.keyed("unknown")),
      Row.of("DeleteAuthenticationMethodError", "IdempotencyKeysLostError", DELETE_METHOD.keyed("unknown")),
      Row.of("RevokeSignInSessionsError", "IdempotencyKeysLostError", REVOKE.keyed("unknown")),
      Row.of("ResetMfaError", "IdempotencyKeysLostError", RESET.keyed("unknown"))
    );
  }

  static Stream<Row> lookups() {
    return Stream.of(
      Row.ofLookup("UserNotFoundError", "nobody@contoso.com"),
      Row.ofLookup("PermissionDeniedError", "kim@contoso.com").under("\"status\":403"),
      Row.ofLookup("UpstreamThrottledError", "kim@contoso.com").under("\"status\":429,\"times\":99"),
      Row.ofLookup("UpstreamUnavailableError", "kim@contoso.com").under("\"status\":503,\"times\":99"),
      Row.ofLookup("UpstreamRefusedError", "kim@contoso.com").under("\"status\":422,\"code\":\"newCode\""),
      Row.ofLookup("GatewayConfigurationError", "kim@contoso.com").withoutConsent()
    );
  }

  static Stream<Row> reads() {
    var activity = "SignInActivityError";
    var search = "UserSearchError";
    return Stream.of(
      Row.ofRead(activity, "PremiumLicenseRequiredError", ACTIVITY).under(
        "\"status\":403,\"code\":\"Authentication_RequestFromNonPremiumTenantOrB2CTenant\""
      ),
      Row.ofRead(activity, "PermissionDeniedError", ACTIVITY).under("\"status\":403"),
      Row.ofRead(activity, "UpstreamThrottledError", ACTIVITY).under("\"status\":429,\"times\":99"),
      Row.ofRead(activity, "UpstreamUnavailableError", ACTIVITY).under("\"status\":503,\"times\":99"),
      Row.ofRead(activity, "UpstreamRefusedError", ACTIVITY).under("\"status\":422,\"code\":\"newCode\""),
      Row.ofRead(activity, "GatewayConfigurationError", ACTIVITY).withConsentTo("User.Read.All"),
      Row.ofRead(search, "CursorNotAcceptedError", "{ searchUsers(after: \"x\") { " + ERRORS + " } }"),
      Row.ofRead(search, "SearchNotSupportedError", SEARCH).underSearches(
        "\"status\":400,\"code\":\"Request_UnsupportedQuery\""
      ),
      Row.ofRead(search, "UpstreamRefusedError", SEARCH).underSearches("\"status\":422,\"code\":\"newCode\""),
      Row.ofRead(search, "PermissionDeniedError", SEARCH).underSearches("\"status\":403"),
      Row.ofRead(search, "UpstreamThrottledError", SEARCH).underSearches("\"status\":429,\"times\":99"),
      Row.ofRead(search, "UpstreamUnavailableError", SEARCH).underSearches("\"status\":503,\"times\":99"),
      Row.ofRead(search, "GatewayConfigurationError", SEARCH).withConsentTo("User.Read")
    );
  }

  private static Stream<GraphQLUnionType> unions(Gateway gateway) {
    return gateway
      .bean(GraphQlSource.class)
      .schema()
      .getAllTypesAsList()
      .stream()
      .filter(GraphQLUnionType.class::isInstance)
      .map(GraphQLUnionType.class::cast);
  }

  /** A member of a union, and what is answered with it. */
  record Row(
    String union,
    String member,
    String persona,
    PhoneMutation mutation,
    Preparation before,
    List<String> faults
  ) {
    /** What has to happen first, and may go on meanwhile. */
    interface Preparation {
      CompletableFuture<?> run(Row row, Gateway gateway, SandboxControl sandbox);
    }

    static Row of(String union, String member, PhoneMutation mutation) {
      return new Row(union, member, ADMIN, mutation, (_, _, _) -> CompletableFuture.completedFuture(null), List.of());
    }

    static Row ofLookup(String member, String user) {
      return of("UserLookupError", member, new PhoneMutation("", Map.of())).by(user);
    }

    static Row ofRead(String union, String member, String document) {
      return of(union, member, new PhoneMutation(document, Map.of())).by("global-reader");
    }

    Row by(String other) {
      return new Row(union, member, other, mutation, before, faults);
    }

    Row after(Preparation preparation) {
      return new Row(union, member, persona, mutation, preparation, faults);
    }

    /** The fault shows on everything that is asked about a user. */
    Row under(String fault) {
      var json = "{\"match\":{\"path\":\"/users/\"},%s}".formatted(fault);
      return new Row(union, member, persona, mutation, before, List.of(json));
    }

    /** The fault shows on the list of a user's methods. */
    Row underReads(String fault) {
      var json = "{\"match\":{\"path\":\"/authentication/methods\"},%s}".formatted(fault);
      return new Row(union, member, persona, mutation, before, List.of(json));
    }

    /** The fault shows on searches of users. */
    Row underSearches(String fault) {
      var json = "{\"match\":{\"path\":\"/users\"},%s}".formatted(fault);
      return new Row(union, member, persona, mutation, before, List.of(json));
    }

    /** The fault shows on everything that changes something. */
    Row underWrites(String fault) {
      var all = Stream.of("POST", "PATCH", "DELETE")
        .map("{\"match\":{\"method\":\"%s\",\"path\":\"/users/\"},"::formatted)
        .map(json -> json + fault + "}")
        .toList();
      return new Row(union, member, persona, mutation, before, all);
    }

    /** Somebody else is always quicker: deletes what is to be updated, and adds what is to be added. */
    Row amidOthers(int user) {
      var phone = MOBILE.formatted(user);
      var phones = phone.replaceFirst("/[^/]*$", "");
      var deleted = "{\"when\":\"before\",\"method\":\"DELETE\",\"path\":\"%s\"}".formatted(phone);
      var added = """
      {"when":"before","method":"POST","path":"%s","body":{"phoneNumber":"+1 2065550177","phoneType":"mobile"}}
      """.formatted(phones);
      var fault = "{\"match\":{\"method\":\"%s\",\"path\":\"/phoneMethods\"},\"times\":9,\"meanwhile\":%s}";
      var all = List.of(fault.formatted("PATCH", deleted), fault.formatted("POST", added));
      return new Row(union, member, persona, mutation, before, all);
    }

    /** The same, with email addresses. */
    Row amidOthersWithEmails(int user) {
      var emails = EMAIL.formatted(user);
      var deleted = "{\"when\":\"before\",\"method\":\"DELETE\",\"path\":\"%s\"}".formatted(emails + EMAIL_ID);
      var added = """
      {"when":"before","method":"POST","path":"%s","body":{"emailAddress":"third@example.com"}}
      """.formatted(emails);
      var fault = "{\"match\":{\"method\":\"%s\",\"path\":\"/emailMethods\"},\"times\":9,\"meanwhile\":%s}";
      var all = List.of(fault.formatted("PATCH", deleted), fault.formatted("POST", added));
      return new Row(union, member, persona, mutation, before, all);
    }

    /** Microsoft Graph accepts it, and does not carry it out. */
    Row failing() {
      var json = """
      {"match":{"path":"/authentication/operations/"},"body":"{\\"status\\":\\"failed\\"}"}
      """;
      return new Row(union, member, persona, mutation, before, List.of(json));
    }

    /** No token for Microsoft Graph can be had. */
    Row withoutToken() {
      var json = "{\"target\":\"login\",\"status\":503,\"times\":99}";
      return new Row(union, member, persona, mutation, before, List.of(json));
    }

    /** The gateway has no permission of Microsoft Graph. */
    Row withoutConsent() {
      return new Row(union, member, persona, mutation, before, List.of("{\"target\":\"login\",\"aadsts\":65001}"));
    }

    /** The gateway has one permission of Microsoft Graph and no other. */
    Row withConsentTo(String permission) {
      return after((_, _, sandbox) -> {
        sandbox.consent("{\"delegated\":[\"%s\"],\"application\":[]}".formatted(permission));
        return CompletableFuture.completedFuture(null);
      });
    }

    String name() {
      return union + " " + member;
    }

    @Override
    public String toString() {
      return name();
    }
  }
}
