package dev.authmethods.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a token stands in the header {@code Authorization}. Source: RFC 9110, section 11.4, and RFC 6750, section 2.1. */
@GatewayTest
class BearerSchemeTests {

  private final Gateway gateway;
  private final String token;

  BearerSchemeTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.token = sandbox.token("auth-admin");
  }

  private Reply query(String authorization) {
    return gateway.send(
      gateway
        .to("/graphql")
        .header("Authorization", authorization.replace("TOKEN", token))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"query\": \"{ viewer { objectId } }\"}"))
    );
  }

  private Reply besideTheEndpoint(String authorization) {
    return gateway.send(gateway.to("/nothing").header("Authorization", authorization.replace("TOKEN", token)).GET());
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "Bearer TOKEN",
      "Bearer  TOKEN",
      "Bearer   TOKEN",
      "bearer TOKEN",
      "BEARER     TOKEN",
      "bEaReR  TOKEN",
      "Bearer TOKEN  ",
    }
  )
  void aTokenFollowsTheSchemeAfterOneBlankOrMore(String authorization) {
    assertThat(query(authorization).at("/data/viewer/objectId").isString()).isTrue();
    assertThat(besideTheEndpoint(authorization).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "Bearer\tTOKEN",
      "Bearer \tTOKEN",
      "Bearer\t TOKEN",
      "BearerTOKEN",
      "Bearer:TOKEN",
      "Bearer=TOKEN",
      "Bearer, Bearer TOKEN",
      "Bearer TOKEN TOKEN",
      "Bearer TOKEN, TOKEN",
      "Bearer TOKEN,",
      "Bearer TOKEN;",
      "Bearer \"TOKEN\"",
      "Bearer Bearer TOKEN",
      "Bearers TOKEN",
      "Token TOKEN",
      "Basic TOKEN",
      "DPoP TOKEN",
      "TOKEN",
      "Bearer",
      "Bearer ",
    }
  )
  void noOtherHeaderIsAToken(String authorization) {
    assertThat(query(authorization).status()).as(authorization).isEqualTo(401);
    assertThat(query(authorization).header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(besideTheEndpoint(authorization).status()).as(authorization).isEqualTo(401);
  }
}
