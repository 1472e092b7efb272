package dev.authmethods.gateway.entra.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneWrite;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.fixtures.StubServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever becomes of a write, nothing on the way sends it again by itself: it is sent once more only where somebody has looked
 * and seen that nothing was done, and the answer is what is true afterwards. Every write goes over a connection that has been
 * used before: on those HTTP clients like to repeat requests by themselves.
 */
@GatewayTest({
  "gateway.api.limits.mutations=2",
  "gateway.entra.call-timeout=1s",
  "gateway.entra.breaker.enabled=false",
})
class WritesAreSentOnceTests {

  /** After these nobody can tell from the answer whether the write was carried out. */
  private static final List<String> UNCLEAR = List.of(
    "\"status\": 500",
    "\"status\": 502",
    "\"status\": 503",
    "\"status\": 503, \"retryAfter\": 0",
    "\"status\": 503, \"retryAfter\": 0.2",
    "\"status\": 504",
    "\"status\": 408",
    "\"status\": 408, \"retryAfter\": 0",
    "\"status\": 421",
    "\"status\": 307, \"location\": \"/v1.0/elsewhere\"",
    "\"status\": 302, \"location\": \"/v1.0/elsewhere\"",
    "\"status\": 304",
    "\"drop\": true",
    "\"status\": 503, \"truncate\": true",
    "\"status\": 503, \"body\": \"<html><h1>Bad gateway</h1></html>\"",
    "\"status\": 503, \"delayMs\": 1300"
  );

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  WritesAreSentOnceTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
  }

  static Stream<Arguments> everyWriteAndUnclearAnswer() {
    return Stream.of(PhoneWrite.values()).flatMap(write -> UNCLEAR.stream().map(fault -> Arguments.of(write, fault)));
  }

  private List<String> errorsOf(PhoneWrite write, String fault) {
    var errors = errorsOf(write, fault, 1);
    assertThat(write.seenBy(sandbox)).isEqualTo(1);
    return errors;
  }

  private List<String> errorsOf(PhoneWrite write, String fault, int times) {
    PhoneWrite.warmUp(gateway, sandbox, token);
    sandbox.fault(write.fault(fault + ", \"times\": " + times));
    var reply = write.send(gateway, token);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/errors").isMissingNode()).as(reply.text()).isTrue();
    return reply.typesAt(write.errors());
  }

  /** Between two sendings somebody has looked at the phones. */
  private void assertIsSentTwiceAndNeverBlindly(PhoneWrite write) {
    assertThat(write.seenBy(sandbox)).isEqualTo(2);
    var calls = sandbox.asked();
    var first = calls.indexOf(write.firstIn(calls));
    var between = calls.subList(first + 1, calls.lastIndexOf(write.firstIn(calls)));
    assertThat(between).anyMatch(call -> call.startsWith("GET ") && call.endsWith("/phoneMethods"));
  }

  @Nested
  class AnUnclearAnswer {

    static Stream<Arguments> everyWriteAndUnclearAnswer() {
      return WritesAreSentOnceTests.everyWriteAndUnclearAnswer();
    }

    @ParameterizedTest
    @MethodSource("everyWriteAndUnclearAnswer")
    void isAReasonToLookAndTryOnceMoreWhenNothingWasDone(PhoneWrite write, String fault) {
      assertThat(errorsOf(write, fault, 1)).isEmpty();
      assertIsSentTwiceAndNeverBlindly(write);
    }

    @ParameterizedTest
    @EnumSource(PhoneWrite.class)
    void twiceLeavesItOpen(PhoneWrite write) {
      assertThat(errorsOf(write, "\"status\": 504", 2)).containsExactly("OutcomeUnknownError");
      assertIsSentTwiceAndNeverBlindly(write);
    }

    @ParameterizedTest
    @MethodSource("everyWriteAndUnclearAnswer")
    void isSuccessWhenItWasDone(PhoneWrite write, String fault) {
      assertThat(errorsOf(write, fault + ", \"apply\": true")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PhoneWrite.class)
    void leavesItOpenWhenNobodyCanSeeWhetherItWasDone(PhoneWrite write) {
      PhoneWrite.warmUp(gateway, sandbox, token);
      sandbox.fault("{\"match\": {\"method\": \"GET\"}, \"skip\": %d, \"status\": 403}".formatted(write.reads()));
      sandbox.fault(write.fault("\"status\": 504, \"apply\": true"));
      assertThat(write.send(gateway, token).typesAt(write.errors())).containsExactly("OutcomeUnknownError");
      assertThat(write.seenBy(sandbox)).isEqualTo(1);
    }

    @Test
    void saysHowLongToWaitWhenMicrosoftDid() {
      sandbox.fault(PhoneWrite.ADD.fault("\"status\": 503, \"retryAfter\": 62.5"));
      var reply = PhoneWrite.ADD.send(gateway, token);
      assertThat(reply.at(PhoneWrite.ADD.errors() + "/0/pause").asDouble(0)).isEqualTo(62.5);
    }
  }

  @Nested
  class AnAnswerThatCannotBeRead {

    static Stream<Arguments> everyWriteAndBrokenAnswer() {
      var broken = List.of(
        "\"truncate\": true",
        "\"delayMs\": 1300",
        "\"body\": \"<html><h1>Good gateway</h1></html>\"",
        "\"body\": \"{\\\"id\\\": [[[\"",
        "\"body\": \"[]\"",
        "\"body\": \"\""
      );
      return Stream.of(PhoneWrite.values()).flatMap(write -> broken.stream().map(fault -> Arguments.of(write, fault)));
    }

    @ParameterizedTest
    @MethodSource("everyWriteAndBrokenAnswer")
    void isSuccessBecauseItWasDone(PhoneWrite write, String fault) {
      assertThat(errorsOf(write, fault)).isEmpty();
    }

    @Test
    void isNoSuccessWhenNothingWasDone() {
      var fault = "\"status\": 201, \"body\": \"<html></html>\"";
      assertThat(errorsOf(PhoneWrite.ADD, fault, 2)).containsExactly("OutcomeUnknownError");
    }

    @Test
    void isNoSuccessWhenItIsAboutAnotherNumber() {
      var fault =
        "\"status\": 201, \"body\": \"{\\\"id\\\": \\\"3179e48a-750b-4051-897c-87b9720928f7\\\", \\\"phoneNumber\\\": \\\"+1 2065550100\\\"}\"";
      assertThat(errorsOf(PhoneWrite.ADD, fault, 2)).containsExactly("OutcomeUnknownError");
    }

    @Test
    void isNoSuccessWhenItIsAboutAnotherPhone() {
      var fault = "\"status\": 201, \"body\": \"{\\\"id\\\": \\\"e37fc753-ff3b-4958-9484-eaa9425c82bc\\\"}\"";
      assertThat(errorsOf(PhoneWrite.ADD, fault, 2)).containsExactly("OutcomeUnknownError");
    }
  }

  @Nested
  class AThrottledWrite {

    @ParameterizedTest
    @EnumSource(PhoneWrite.class)
    void isAnsweredWithTheWait(PhoneWrite write) {
      PhoneWrite.warmUp(gateway, sandbox, token);
      sandbox.fault(write.fault("\"status\": 429, \"retryAfter\": 60.75"));
      var reply = write.send(gateway, token);
      assertThat(reply.typesAt(write.errors())).containsExactly("UpstreamThrottledError");
      assertThat(reply.at(write.errors() + "/0/retryAfterSeconds").asDouble(0)).isEqualTo(60.75);
      assertThat(reply.at(write.errors() + "/0/retryable").asBoolean(false)).isTrue();
      assertThat(write.seenBy(sandbox)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(PhoneWrite.class)
    void mayNotSayHowLong(PhoneWrite write) {
      assertThat(errorsOf(write, "\"status\": 429", 2)).containsExactly("UpstreamThrottledError");
      assertIsSentTwiceAndNeverBlindly(write);
    }

    @ParameterizedTest
    @EnumSource(PhoneWrite.class)
    void isSentOnceMoreAfterAShortWait(PhoneWrite write) {
      assertThat(errorsOf(write, "\"status\": 429, \"retryAfter\": 0.3", 1)).isEmpty();
      assertIsSentTwiceAndNeverBlindly(write);
    }

    @ParameterizedTest
    @EnumSource(PhoneWrite.class)
    void isSuccessWhenItWasDone(PhoneWrite write) {
      assertThat(errorsOf(write, "\"status\": 429, \"apply\": true")).isEmpty();
    }
  }

  /** Known to pass, and nothing was done: the one reason to send a write twice. */
  @Nested
  class ATokenThatIsRefused {

    @ParameterizedTest
    @EnumSource(PhoneWrite.class)
    void isReplacedAndTheWriteSentOnceMore(PhoneWrite write) {
      PhoneWrite.warmUp(gateway, sandbox, token);
      var logins = sandbox.logins().size();
      sandbox.fault(write.fault("\"status\": 401"));
      assertThat(write.send(gateway, token).typesAt(write.errors())).isEmpty();
      assertThat(write.seenBy(sandbox)).isEqualTo(2);
      assertThat(sandbox.logins()).hasSize(logins + 1);
    }

    @ParameterizedTest
    @EnumSource(PhoneWrite.class)
    void isUnavailableWhenTheNewOneIsRefusedToo(PhoneWrite write) {
      PhoneWrite.warmUp(gateway, sandbox, token);
      sandbox.fault(write.fault("\"status\": 401, \"times\": 3"));
      assertThat(write.send(gateway, token).typesAt(write.errors())).containsExactly("UpstreamUnavailableError");
      assertThat(write.seenBy(sandbox)).isEqualTo(2);
    }

    @Test
    void isNotReplacedWhereTheDirectorySaysWhatIsNotAllowed() {
      PhoneWrite.warmUp(gateway, sandbox, token);
      sandbox.fault(PhoneWrite.ADD.fault("\"status\": 401, \"code\": \"Authorization_RequestDenied\""));
      assertThat(PhoneWrite.ADD.send(gateway, token).typesAt(PhoneWrite.ADD.errors())).containsExactly(
        "PermissionDeniedError"
      );
      assertThat(PhoneWrite.ADD.seenBy(sandbox)).isEqualTo(1);
    }
  }

  @Nested
  class ARedirect {

    @ParameterizedTest
    @EnumSource(PhoneWrite.class)
    void isNotFollowedToAnotherServer(PhoneWrite write) {
      try (var elsewhere = StubServer.answering(path -> "{}")) {
        for (int status : new int[] { 301, 302, 303, 307, 308 }) {
          sandbox.reset();
          var fault = "\"status\": %d, \"location\": \"%s/v1.0/x\"".formatted(status, elsewhere.origin());
          assertThat(errorsOf(write, fault, 2)).containsExactly("OutcomeUnknownError");
        }
        assertThat(elsewhere.requests()).isEmpty();
      }
    }
  }

  @Nested
  class ManyWritesInOneRequest {

    @Test
    void areEachSentOnceAndOneAfterTheOther() {
      sandbox.fault(PhoneWrite.ADD.fault("\"drop\": true, \"apply\": true"));
      var document = new StringBuilder("mutation {");
      for (int user : new int[] { 1, 2 }) {
        document.append(
          """
          u%1$d: addPhoneMethod(input: {
            user: { objectId: "10000000-0000-4000-8000-%1$012d" }, phoneNumber: "+1 206555018%1$d", phoneType: MOBILE
          }) { errors { __typename } }
          """.formatted(user)
        );
      }
      var reply = gateway.execute(token, document.append('}').toString(), Map.of());
      assertThat(reply.typesAt("/data/u1/errors")).isEmpty();
      assertThat(reply.typesAt("/data/u2/errors")).isEmpty();
      assertThat(paths("POST")).hasSize(2).doesNotHaveDuplicates();
    }

    private List<String> paths(String method) {
      var paths = new ArrayList<String>();
      for (var request : sandbox.requests()) {
        if (request.path("method").asString("").equals(method)) {
          paths.add(request.path("path").asString(""));
        }
      }
      return paths;
    }
  }
}
