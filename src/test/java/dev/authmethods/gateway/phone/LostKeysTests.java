package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static dev.authmethods.gateway.fixtures.PhoneMutation.disableSmsSignIn;
import static dev.authmethods.gateway.fixtures.PhoneMutation.enableSmsSignIn;
import static dev.authmethods.gateway.fixtures.PhoneMutation.ref;
import static dev.authmethods.gateway.fixtures.PhoneMutation.set;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Payload;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.RedisServer;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.fixtures.UuidsOfVersion7;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that the store may have lost is not taken for a new one: what others changed since is not undone. */
@GatewayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostKeysTests {

  private static final String ADMIN = "auth-admin";
  private static final String PRIVILEGED = "privileged-auth-admin";
  private static final String KIM = "kim@contoso.com";
  private static final String MEGAN = "megan@contoso.com";
  private static final String PATTI = "patti@contoso.com";
  private static final String LEE = "lee@contoso.com";
  private static final String NUMBER = "+1 2065550123";
  private static final String LATER = "+1 2065550101";
  private static final String LOST = "IdempotencyKeysLostError";
  private static final String SECRET = "a secret of at least thirty-two characters";
  private static final String REPEATED = "dev.authmethods.gateway.phone.LostKeysTests#repeated";
  private static final String SAME_CLOCK = "gateway.idempotency.clock-skew=0s";

  /** A mutation, and what another administrator does after it. */
  record Repeated(String user, PhoneMutation mutation, PhoneMutation undoing) {
    @Override
    public String toString() {
      return mutation.field();
    }
  }

  static Stream<Repeated> repeated() {
    return Stream.of(
      new Repeated(KIM, add(KIM, "MOBILE", NUMBER), delete(KIM, "MOBILE")),
      new Repeated(MEGAN, set(MEGAN, "MOBILE", NUMBER), update(MEGAN, "MOBILE", LATER)),
      new Repeated(MEGAN, update(MEGAN, "MOBILE", NUMBER), update(MEGAN, "MOBILE", LATER)),
      new Repeated(MEGAN, delete(MEGAN, "MOBILE"), add(MEGAN, "MOBILE", LATER)),
      new Repeated(PATTI, enableSmsSignIn(PATTI), disableSmsSignIn(PATTI)),
      new Repeated(LEE, disableSmsSignIn(LEE), enableSmsSignIn(LEE))
    );
  }

  private final RedisServer redis = RedisServer.start();
  private final SandboxControl sandbox;
  private final Gateway one;
  private final Gateway other;

  LostKeysTests(SandboxControl sandbox) {
    this.sandbox = sandbox;
    this.one = start();
    this.other = start();
    redis.wipe();
  }

  private Gateway start(String... more) {
    return start(redis, more);
  }

  private Gateway start(RedisServer store, String... more) {
    var settings = Stream.of(Stream.of(SAME_CLOCK), Stream.of(store.settings(SECRET)), Stream.of(more));
    return Gateway.start(sandbox, settings.flatMap(each -> each).toArray(String[]::new));
  }

  @AfterAll
  void stop() {
    one.close();
    other.close();
    redis.close();
  }

  private static String keyWithoutTime() {
    return UUID.randomUUID().toString();
  }

  private static void assertLost(Payload payload) {
    assertThat(payload.types()).containsExactly(LOST);
    assertThat(payload.error("path")).isEqualTo("input,idempotencyKey");
    assertThat(payload.error().path("retryable").booleanValue()).isFalse();
    assertThat(payload.text("confirmation")).isEmpty();
  }

  @Nested
  class AfterRedisWasEmptied {

    @ParameterizedTest
    @MethodSource(REPEATED)
    void nothingThatAnotherHasUndoneIsDoneAgain(Repeated it) {
      var mutation = it.mutation().keyed(passingKey());
      assertThat(one.as(ADMIN, mutation).errors()).isEmpty();
      assertThat(one.as(PRIVILEGED, it.undoing()).errors()).isEmpty();
      var undone = sandbox.phones(it.user());
      redis.wipe();
      assertLost(one.as(ADMIN, mutation));
      assertLost(other.as(ADMIN, mutation));
      assertThat(sandbox.phones(it.user())).isEqualTo(undone);
    }

    @ParameterizedTest
    @MethodSource(REPEATED)
    void noKeyWithoutATimePasses(Repeated it) {
      redis.wipe();
      assertLost(other.as(ADMIN, it.mutation().keyed(keyWithoutTime())));
      assertThat(sandbox.ledger()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(REPEATED)
    void aKeyThatIsMadeThenPassesAndIsGoodForOneChange(Repeated it) {
      redis.wipe();
      var from = lossSeenBy(one);
      var mutation = it.mutation().keyed(keyMadeAfter(from));
      assertThat(one.as(ADMIN, mutation).text("replayed")).isEqualTo("false");
      assertThat(other.as(ADMIN, mutation).text("replayed")).isEqualTo("true");
    }

    @ParameterizedTest
    @MethodSource(REPEATED)
    void aMutationWithoutAKeyPasses(Repeated it) {
      redis.wipe();
      assertThat(one.as(ADMIN, it.mutation()).errors()).isEmpty();
    }

    @Test
    void anItemOfAListIsNotAddedAgain() {
      var key = passingKey();
      assertThat(many(one, key)).isEmpty();
      assertThat(one.as(PRIVILEGED, delete(KIM, "MOBILE")).errors()).isEmpty();
      redis.wipe();
      assertThat(many(other, key)).containsExactly(LOST);
      assertThat(sandbox.phones(KIM)).isEmpty();
    }

    private List<String> many(Gateway gateway, String key) {
      var document = """
      mutation ($input: AddPhoneMethodsInput!) {
        payload: addPhoneMethods(input: $input) { results { errors { __typename } } }
      }
      """;
      var item = Map.of("user", ref(KIM), "phoneType", "MOBILE", "phoneNumber", NUMBER);
      var input = Map.of("items", List.of(item), "idempotencyKey", key);
      return gateway.as(ADMIN, document, Map.of("input", input)).typesAt("/data/payload/results/0/errors");
    }

    /** One that passes in spite of an earlier loss, and says nothing of a later one. */
    private String passingKey() {
      return keyMadeAfter(lossSeenBy(one));
    }
  }

  /** From when on keys must be made to pass. */
  private Instant lossSeenBy(Gateway gateway) {
    var payload = gateway.as(ADMIN, update(MEGAN, "MOBILE", NUMBER).keyed(keyWithoutTime()));
    assertLost(payload);
    return Instant.parse(payload.error("keysAcceptedFrom"));
  }

  private static String keyMadeAfter(Instant moment) {
    await().until(() -> Instant.now().isAfter(moment));
    return UuidsOfVersion7.now();
  }

  @Nested
  class AsTimeGoesBy {

    @Test
    void everyKeyPassesWhenTheLostOnesWouldHaveEnded() {
      try (var store = RedisServer.start(); var gateway = start(store, "gateway.idempotency.time-to-live=3s")) {
        var mutation = update(MEGAN, "MOBILE", NUMBER).keyed(keyWithoutTime());
        store.wipe();
        assertLost(gateway.as(ADMIN, mutation));
        await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> gateway.as(ADMIN, mutation).errors().isEmpty());
      }
    }

    /** Redis saves now and then by default, and comes back as it was then. */
    @Test
    void keysThatRedisHadNotSavedAreLost() {
      try (var store = RedisServer.start(); var gateway = start(store)) {
        assertThat(gateway.as(ADMIN, set(KIM, "OFFICE", NUMBER).keyed(keyWithoutTime())).errors()).isEmpty();
        store.say("SAVE");
        var mutation = update(MEGAN, "MOBILE", NUMBER).keyed(keyWithoutTime());
        assertThat(gateway.as(ADMIN, mutation).errors()).isEmpty();
        assertThat(gateway.as(PRIVILEGED, update(MEGAN, "MOBILE", LATER)).errors()).isEmpty();
        store.kill();
        store.restart();
        await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> isUsedBy(gateway));
        assertLost(gateway.as(ADMIN, mutation));
        assertThat(gateway.phonesOf(MEGAN)).containsEntry("MOBILE", LATER);
      }
    }

    /** It cannot be told from one that was emptied while no gateway ran. */
    @Test
    void everyKeyPassesWhileRedisIsNew() {
      try (var store = RedisServer.start(); var gateway = start(store)) {
        var mutation = update(MEGAN, "MOBILE", NUMBER).keyed(keyWithoutTime());
        assertThat(gateway.as(ADMIN, mutation).text("replayed")).isEqualTo("false");
        assertThat(gateway.as(ADMIN, mutation).text("replayed")).isEqualTo("true");
      }
    }

    private static boolean isUsedBy(Gateway gateway) {
      return gateway
        .as(ADMIN, set(KIM, "OFFICE", NUMBER).keyed(keyWithoutTime()))
        .types()
        .contains(LOST);
    }
  }

  @Nested
  class WhenTheStoreCannotBeTrusted {

    private static final String STRICT = "gateway.idempotency.when-unavailable=refuse";
    private static final String MARK = "gateway:idempotency:{keys}:mark";
    private final PhoneMutation mutation = update(MEGAN, "MOBILE", NUMBER).keyed(UuidsOfVersion7.now());

    @Test
    void aForgedMarkLetsNothingPass() {
      try (var store = RedisServer.start(); var gateway = start(store, STRICT)) {
        store.say("SET " + MARK + " \"2020-01-01T00:00:00Z\"");
        assertThat(gateway.as(ADMIN, mutation).types()).containsExactly("UpstreamUnavailableError");
      }
    }

    @Test
    void nothingPassesWhileItIsDownUnlessItMay() {
      try (var store = RedisServer.start(); var strict = start(store, STRICT); var lenient = start(store)) {
        store.kill();
        assertThat(strict.as(ADMIN, mutation).types()).containsExactly("UpstreamUnavailableError");
        assertThat(sandbox.ledger()).isEmpty();
        assertThat(lenient.as(ADMIN, mutation).errors()).isEmpty();
      }
    }

    @Test
    void everythingPassesAfterALossWhereItMay() {
      try (var store = RedisServer.start(); var lenient = start(store, "gateway.idempotency.when-lost=proceed")) {
        var keyed = mutation.keyed(keyWithoutTime());
        assertThat(lenient.as(ADMIN, keyed).errors()).isEmpty();
        assertThat(lenient.as(PRIVILEGED, update(MEGAN, "MOBILE", LATER)).errors()).isEmpty();
        store.wipe();
        assertThat(lenient.as(ADMIN, keyed).text("replayed")).isEqualTo("false");
        assertThat(lenient.phonesOf(MEGAN)).containsEntry("MOBILE", NUMBER);
      }
    }
  }

  /** Every start empties it. */
  @Nested
  class TheEmbeddedStore {

    @Test
    void letsEveryKeyPassUnlessItIsToldOtherwise(Gateway gateway) {
      assertThat(gateway.as(ADMIN, update(MEGAN, "MOBILE", NUMBER).keyed(keyWithoutTime())).errors()).isEmpty();
    }

    @Nested
    @GatewayTest({ "gateway.idempotency.when-lost=refuse", SAME_CLOCK })
    class ToldToRefuse {

      @Test
      void letsOnlyKeysPassThatWereMadeAfterItsStart(Gateway gateway) {
        var mutation = update(MEGAN, "MOBILE", NUMBER);
        assertLost(gateway.as(ADMIN, mutation.keyed(keyWithoutTime())));
        assertLost(gateway.as(ADMIN, mutation.keyed(UuidsOfVersion7.madeAt(Instant.now().minusSeconds(3600)))));
        assertThat(gateway.as(ADMIN, mutation.keyed(keyMadeAfter(lossSeenBy(gateway)))).errors()).isEmpty();
      }
    }
  }
}
