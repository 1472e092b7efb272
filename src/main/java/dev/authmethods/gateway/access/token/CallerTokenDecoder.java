package dev.authmethods.gateway.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.authmethods.gateway.access.HostFailureReporter;
import dev.authmethods.gateway.access.RejectedToken;
import dev.authmethods.gateway.access.RejectionReason;
import dev.authmethods.gateway.access.TokenIssuer;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.scheduler.Schedulers;

/** Checks access tokens: RS256 with a key that the tenant publishes ({@link SigningKeys}), then {@link CallerTokenRules}. */
public final class CallerTokenDecoder {

  private CallerTokenDecoder() {}

  /** Checks each token on a separate thread; runs {@code whenWithdrawn} when a key is no longer published. */
  public static ReactiveJwtDecoder decoder(
    TokenIssuer issuer,
    AccessSettings settings,
    Runnable whenWithdrawn,
    HostFailureReporter hosts,
    Executor executor
  ) {
    var endpoint = new KeySetEndpoint(issuer.keys(), issuer.trust(), hosts, executor);
    var keys = new SigningKeys(endpoint::fetch, whenWithdrawn, System::nanoTime);
    var threads = Schedulers.fromExecutor(executor);
    var decoder = new NimbusReactiveJwtDecoder(token ->
      keys
        .toCheck(keyId(token))
        .publishOn(threads)
        .map(published -> verified(token, published))
    );
    var rules = new CallerTokenRules(issuer, settings);
    decoder.setJwtValidator(claims -> {
      rules.check(claims);
      return OAuth2TokenValidatorResult.success();
    });
    return decoder;
  }

  private static @Nullable String keyId(JWT token) {
    return token.getHeader() instanceof JWSHeader header ? header.getKeyID() : null;
  }

  private static JWTClaimsSet verified(JWT token, JWKSet published) {
    try {
      return processor(published).process(token, null);
    } catch (BadJOSEException e) {
      throw new BadJwtException("Refused", RejectedToken.because(reason(token, published)));
    } catch (JOSEException e) {
      throw new JwtException("The token cannot be checked", e);
    }
  }

  private static RejectionReason reason(JWT token, JWKSet published) {
    if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
      return RejectionReason.ALGORITHM;
    }
    return published.getKeyByKeyId(keyId(token)) == null ? RejectionReason.UNKNOWN_KEY : RejectionReason.SIGNATURE;
  }

  private static DefaultJWTProcessor<SecurityContext> processor(JWKSet published) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(published)));
    // The rules below check the claims; Nimbus's own check would only repeat the times with another skew.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return processor;
  }
}
