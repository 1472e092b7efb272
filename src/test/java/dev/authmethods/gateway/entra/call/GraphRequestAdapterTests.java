package dev.authmethods.gateway.entra.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.graph.models.AuthenticationPhoneType;
import com.microsoft.graph.models.PhoneAuthenticationMethod;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.authentication.AuthenticationRequestBuilder;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.NativeResponseHandler;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.ResponseHandlerOption;
import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.GraphAnswer;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.method.ObjectId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Graph SDK sends through the gateway's own clients: a write once, and with failures that have a status and a code. */
@GatewayTest("gateway.entra.breaker.enabled=false")
class GraphRequestAdapterTests {

  private static final String KIM = "10000000-0000-4000-8000-000000000001";
  private static final String PHONE = "3179e48a-750b-4051-897c-87b9720928f7";

  private final SandboxControl sandbox;
  private final Entra entra;
  private final RequestContext call;

  GraphRequestAdapterTests(Gateway gateway, SandboxControl sandbox) {
    this.sandbox = sandbox;
    this.entra = gateway.bean(Entra.class);
    this.call = new RequestContext(caller(sandbox), Instant.now().plusSeconds(14));
  }

  private static Caller caller(SandboxControl sandbox) {
    var id = new ObjectId("00000000-0000-4000-8000-000000000001");
    return new Caller(id, "tenant", null, List.of(), false, null, sandbox.token("auth-admin"), Instant.MAX);
  }

  private static AuthenticationRequestBuilder kim(GraphServiceClient graph) {
    return graph.users().byUserId(KIM).authentication();
  }

  private static PhoneAuthenticationMethod phone() {
    var phone = new PhoneAuthenticationMethod();
    phone.getBackingStore().clear();
    phone.setPhoneNumber("+1 2065550188");
    phone.setPhoneType(AuthenticationPhoneType.Mobile);
    return phone;
  }

  private PhoneAuthenticationMethod add() {
    return entra.write(call, Entra.USERS, Service.AUTHENTICATION_METHODS, graph ->
      kim(graph).phoneMethods().post(phone())
    );
  }

  private GraphAnswer<PhoneAuthenticationMethod> exchange() {
    return entra.exchange(call, Entra.USERS, Service.AUTHENTICATION_METHODS, graph ->
      kim(graph).phoneMethods().post(phone())
    );
  }

  private void delete() {
    entra.send(call, Entra.USERS, Service.AUTHENTICATION_METHODS, graph ->
      kim(graph).phoneMethods().byPhoneAuthenticationMethodId(PHONE).delete()
    );
  }

  private void faultOnPost(String fault) {
    sandbox.fault("{\"match\": {\"method\": \"POST\", \"path\": \"phoneMethods\"}, \"times\": 9, %s}".formatted(fault));
  }

  private static String body(String json) {
    return "\"body\": \"" + json.replace("\"", "\\\"") + "\"";
  }

  private void assertIsUnclearAndSentOnce() {
    var failure = catchThrowableOfType(EntraFailure.Unavailable.class, GraphRequestAdapterTests.this::add);
    assertThat(failure.unclear()).isTrue();
    assertThat(sandbox.requests("POST", "phoneMethods")).isEqualTo(1);
    assertThat(call.wrote()).isTrue();
  }

  @Nested
  class AWrite {

    @Test
    void isAnsweredWithTheModelOfTheSdk() {
      var made = add();
      assertThat(made.getId()).isEqualTo(PHONE);
      assertThat(made.getPhoneType()).isEqualTo(AuthenticationPhoneType.Mobile);
      assertThat(call.wrote()).isTrue();
      assertThat(call.upstream().summary().calls()).isEqualTo(1);
      assertThat(sandbox.ledger()).hasSize(1);
    }

    @Test
    void withoutContentSucceeds() {
      add();
      delete();
      assertThat(sandbox.requests("DELETE", PHONE)).isEqualTo(1);
      assertThat(sandbox.phones(KIM)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "\"status\": 503, \"retryAfter\": 0",
        "\"status\": 504",
        "\"status\": 408",
        "\"status\": 307, \"location\": \"/v1.0/elsewhere\"",
        "\"drop\": true",
      }
    )
    void isSentOnceForEveryAnswer(String fault) {
      add();
      delete();
      sandbox.reset();
      faultOnPost(fault);
      assertIsUnclearAndSentOnce();
    }

    @Test
    void isSentOnceWhenAnotherSignInIsAskedFor() {
      faultOnPost("\"status\": 401, \"claims\": true");
      assertThatThrownBy(GraphRequestAdapterTests.this::add).isInstanceOf(EntraFailure.ClaimsRequired.class);
      assertThat(sandbox.requests("POST", "phoneMethods")).isEqualTo(1);
      assertThat(call.wrote()).isFalse();
    }

    @Test
    void thatIsRefusedHasAStatusAndACode() {
      add();
      assertThatThrownBy(GraphRequestAdapterTests.this::add).isInstanceOfSatisfying(
        EntraFailure.Refused.class,
        refused -> {
          assertThat(refused.status()).isEqualTo(400);
          assertThat(refused.isBadRequest()).isTrue();
          assertThat(refused.requestId()).isNotNull();
        }
      );
      assertThat(sandbox.requests("POST", "phoneMethods")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "<html></html>",
        "{'id': 'x'}",
        "{\"id\": \"x\"",
        "{\"error\": {\"code\": \"badRequest\"}}",
      }
    )
    void isUnclearWhenItsAnswerIsNotTheObject(String json) {
      faultOnPost("\"status\": 201, " + body(json));
      assertIsUnclearAndSentOnce();
    }

    @ParameterizedTest
    @ValueSource(ints = { GraphModels.MAX_DEPTH, GraphModels.MAX_TOKENS })
    void isUnclearWhenItsAnswerHasTooManyParts(int parts) {
      var deep = parts == GraphModels.MAX_DEPTH;
      var list = deep ? "[".repeat(parts) + "]".repeat(parts) : "[" + "0,".repeat(parts) + "0]";
      faultOnPost("\"status\": 201, " + body("{\"id\": \"" + PHONE + "\", \"x\": " + list + "}"));
      assertIsUnclearAndSentOnce();
    }

    @Test
    void thatIsOnlyAcceptedIsUnclear() {
      faultOnPost("\"status\": 202, " + body("{\"id\": \"" + PHONE + "\"}"));
      assertIsUnclearAndSentOnce();
    }

    @Test
    void withoutContentIsUnclearWhenItsAnswerIsAnError() {
      sandbox.fault("{\"match\": {\"method\": \"DELETE\"}, \"status\": 200, " + body("{\"error\": {}}") + "}");
      var failure = catchThrowableOfType(EntraFailure.Unavailable.class, GraphRequestAdapterTests.this::delete);
      assertThat(failure.unclear()).isTrue();
    }

    @Test
    void canBeMadeByHandWhereTheSdkHasNoMethod() {
      entra.send(call, Entra.USERS, Service.AUTHENTICATION_METHODS, graph -> {
        var request = new RequestInformation(
          HttpMethod.POST,
          "{+baseurl}/users/{user}/authentication/phoneMethods",
          new HashMap<>(Map.of("user", KIM))
        );
        request.setContentFromParsable(graph.getRequestAdapter(), "application/json", phone());
        graph.getRequestAdapter().sendPrimitive(request, null, Void.class);
      });
      assertThat(sandbox.phones(KIM)).hasSize(1);
    }

    @Test
    void isNotSentToAnotherHost() {
      assertThatThrownBy(() ->
        entra.send(call, Entra.USERS, Service.AUTHENTICATION_METHODS, graph ->
          kim(graph).phoneMethods().withUrl("https://graph.example/v1.0/users").post(phone())
        )
      ).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isNotSentWithOptionsThatTheGatewayWouldIgnore() {
      var option = new ResponseHandlerOption();
      option.setResponseHandler(new NativeResponseHandler());
      assertThatThrownBy(() ->
        entra.send(call, Entra.USERS, Service.AUTHENTICATION_METHODS, graph ->
          kim(graph)
            .phoneMethods()
            .post(phone(), request -> Objects.requireNonNull(request.options).add(option))
        )
      ).isInstanceOf(IllegalArgumentException.class);
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Nested
  class AnExchange {

    @Test
    void hasTheStatusTheHeadersAndTheModel() {
      var answer = exchange();
      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.header("Content-Type")).startsWith("application/json");
      assertThat(answer.body()).extracting(PhoneAuthenticationMethod::getId).isEqualTo(PHONE);
    }

    @Test
    void mayBeAcceptedWithTheAddressOfAnOperation() {
      faultOnPost(
        "\"status\": 202, \"body\": \"\", \"headers\": {\"Location\": \"https://graph.example/operations/1\"}"
      );
      var answer = exchange();
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.header("location")).isEqualTo("https://graph.example/operations/1");
      assertThat(answer.body()).isNull();
      assertThat(call.wrote()).isTrue();
    }

    @Test
    void isUnclearWhenItsAnswerIsAnError() {
      faultOnPost("\"status\": 200, " + body("{\"error\": {\"code\": \"badRequest\"}}"));
      var failure = catchThrowableOfType(EntraFailure.Unavailable.class, GraphRequestAdapterTests.this::exchange);
      assertThat(failure.unclear()).isTrue();
    }
  }

  @Nested
  class ARead {

    private <T> T read(Function<GraphServiceClient, @Nullable T> use) {
      return entra.read(call, Entra.USERS, Service.AUTHENTICATION_METHODS, use);
    }

    @Test
    void ofAllMethodsKeepsKindsThatTheSdkDoesNotKnow() {
      sandbox.fault(
        "{\"match\": {\"path\": \"authentication/methods\"}, \"status\": 200, %s}".formatted(
          body(
            "{\"value\": [{\"@odata.type\": \"#microsoft.graph.brainwaveAuthenticationMethod\", \"id\": \"1\"}," +
              " {\"@odata.type\": \"#microsoft.graph.phoneAuthenticationMethod\", \"id\": \"2\"}]}"
          )
        )
      );
      var methods = Objects.requireNonNull(read(graph -> kim(graph).methods().get()).getValue());
      assertThat(methods).hasSize(2);
      assertThat(methods.getFirst().getOdataType()).isEqualTo("#microsoft.graph.brainwaveAuthenticationMethod");
      assertThat(methods.getFirst().getId()).isEqualTo("1");
      assertThat(methods.getLast()).isInstanceOf(PhoneAuthenticationMethod.class);
    }

    @Test
    void isRepeatedAfterAFailureThatPasses() {
      add();
      sandbox.fault("{\"match\": {\"method\": \"GET\"}, \"status\": 503, \"retryAfter\": 0}");
      assertThat(read(graph -> kim(graph).phoneMethods().get()).getValue()).hasSize(1);
      assertThat(sandbox.requests("GET", "phoneMethods")).isEqualTo(2);
    }

    @Test
    void neverWrites() {
      assertThatThrownBy(() -> read(graph -> kim(graph).phoneMethods().post(phone()))).isInstanceOf(
        IllegalStateException.class
      );
      assertThat(sandbox.requests()).isEmpty();
    }
  }
}
