package dev.authmethods.gateway.entra.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.graph.models.AuthenticationPhoneType;
import com.microsoft.graph.models.PhoneAuthenticationMethod;
import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What goes on, and what does not, for a client that has gone away. */
@GatewayTest
class AbandonedCallTests {

  private static final String SLOW = "{\"match\": {\"path\": \"%s\"}, \"delayMs\": 4000}";
  private static final String KIM = "10000000-0000-4000-8000-000000000001";
  private static final UserKey MEGAN = new UserPrincipalName("megan@contoso.com");

  private final SandboxControl sandbox;
  private final Entra entra;
  private final RequestContext call;

  AbandonedCallTests(Gateway gateway, SandboxControl sandbox) {
    this.sandbox = sandbox;
    this.entra = gateway.bean(Entra.class);
    this.call = new RequestContext(caller(sandbox), Instant.now().plusSeconds(14));
  }

  private static Caller caller(SandboxControl sandbox) {
    var id = new ObjectId("00000000-0000-4000-8000-000000000001");
    return new Caller(id, "tenant", null, List.of(), false, null, sandbox.token("auth-admin"), Instant.MAX);
  }

  private void write(RequestContext by) {
    var phone = new PhoneAuthenticationMethod();
    phone.getBackingStore().clear();
    phone.setPhoneNumber("+1 2065550188");
    phone.setPhoneType(AuthenticationPhoneType.Mobile);
    entra.write(by, Entra.USERS, Service.AUTHENTICATION_METHODS, graph ->
      graph.users().byUserId(KIM).authentication().phoneMethods().post(phone)
    );
  }

  @Nested
  class ARead {

    @Test
    void isCancelledWithItsRequest() {
      sandbox.fault(SLOW.formatted("megan"));
      var reading = CompletableFuture.supplyAsync(() -> entra.objectId(call, MEGAN));
      await().until(() -> sandbox.requests("GET", "megan") == 1);
      call.abandon();
      assertThat(reading)
        .failsWithin(Duration.ofSeconds(2))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(EntraFailure.Unavailable.class);
      assertThat(sandbox.requests("GET", "megan")).isEqualTo(1);
    }

    @Test
    void isCancelledInEveryBatch() {
      sandbox.fault("{\"match\": {\"path\": \"batch\"}, \"times\": 2, \"delayMs\": 4000}");
      var names = IntStream.rangeClosed(1, 21)
        .mapToObj("user%04d@contoso.com"::formatted)
        .<UserKey>map(UserPrincipalName::new)
        .toList();
      var resource = new Resource<UserKey, UserKey>(
        "names",
        Service.DIRECTORY,
        _ -> Entra.USERS,
        UserAddress::of,
        (key, in) -> key
      );
      var reading = CompletableFuture.supplyAsync(() -> entra.readAll(call, names, resource));
      await().until(() -> sandbox.requests("POST", "batch") == 2);
      call.abandon();
      assertThat(reading)
        .succeedsWithin(Duration.ofSeconds(2))
        .satisfies(answers -> assertThat(answers.values()).allMatch(LookupResult.Failed.class::isInstance));
    }

    @Test
    void isNotBegun() {
      call.abandon();
      assertThatThrownBy(() -> entra.objectId(call, MEGAN)).isInstanceOf(EntraFailure.Unavailable.class);
      assertThat(sandbox.requests()).isEmpty();
      assertThat(call.upstream().summary().calls()).isZero();
    }

    @Test
    void isNotSentAgain() {
      sandbox.fault("{\"match\": {\"path\": \"megan\"}, \"status\": 503, \"retryAfter\": 1}");
      var reading = CompletableFuture.supplyAsync(() -> entra.objectId(call, MEGAN));
      await().until(() -> sandbox.requests("GET", "megan") == 1);
      call.abandon();
      assertThatThrownBy(reading::join).isInstanceOf(CompletionException.class);
      assertThat(sandbox.requests("GET", "megan")).isEqualTo(1);
    }

    @Test
    void goesOnWhereItHasToBeFinished() {
      call.abandon();
      assertThat(entra.objectId(call.unattended(), MEGAN)).isNotNull();
    }
  }

  @Nested
  class AWrite {

    @Test
    void isNotSent() {
      call.abandon();
      assertThatThrownBy(() -> write(call)).isInstanceOfSatisfying(EntraFailure.Unavailable.class, failure ->
        assertThat(failure.unclear()).isFalse()
      );
      assertThat(sandbox.requests()).isEmpty();
      assertThat(call.wrote()).isFalse();
    }

    @Test
    void isFinishedOnceItWasSent() {
      sandbox.fault("{\"match\": {\"method\": \"POST\", \"path\": \"phoneMethods\"}, \"delayMs\": 1000}");
      var writing = CompletableFuture.runAsync(() -> write(call));
      await().until(() -> sandbox.requests("POST", "phoneMethods") == 1);
      call.abandon();
      assertThat(writing).succeedsWithin(Duration.ofSeconds(5));
      assertThat(call.wrote()).isTrue();
    }
  }

  @Test
  void anotherCallerIsNotCancelled() {
    sandbox.fault(SLOW.formatted("megan").replace("4000", "1000"));
    var other = new RequestContext(call.caller(), call.deadline());
    var reading = CompletableFuture.supplyAsync(() -> entra.objectId(other, MEGAN));
    await().until(() -> sandbox.requests("GET", "megan") == 1);
    call.abandon();
    assertThat(reading).succeedsWithin(Duration.ofSeconds(5));
    assertThat(other.isAbandoned()).isFalse();
  }
}
