package dev.authmethods.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Checks access tokens: RS256 with a key that the tenant publishes, then {@link EntraTokenRules}.
 *
 * <p>Keys are kept and fetched ahead of need; tokens that name unknown keys cannot make the gateway fetch them more often
 * than every 30 seconds.
 */
final class EntraTokens {

  private static final int TIMEOUT_MILLIS = 3_000;
  private static final int KEYS_BYTES = 512 * 1024;

  private EntraTokens() {}

  /** Runs {@code whenWithdrawn} when a key is no longer published. */
  static ReactiveJwtDecoder decoder(TokenIssuer issuer, AccessSettings settings, Runnable whenWithdrawn) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys(issuer, whenWithdrawn)));
    // The rules below check the claims; Nimbus's own check would only repeat the times with another skew.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    var decoder = new NimbusReactiveJwtDecoder(token ->
      Mono.fromCallable(() -> verify(processor, token)).subscribeOn(Schedulers.boundedElastic())
    );
    decoder.setJwtValidator(EntraTokenRules.of(issuer, settings));
    return decoder;
  }

  private static JWTClaimsSet verify(DefaultJWTProcessor<SecurityContext> processor, JWT token) {
    try {
      return processor.process(token, null);
    } catch (BadJOSEException | RateLimitReachedException e) {
      throw new BadJwtException("Refused", e);
    } catch (JOSEException e) {
      throw new JwtException("The signing keys cannot be had", e);
    }
  }

  private static JWKSource<SecurityContext> keys(TokenIssuer issuer, Runnable whenWithdrawn) {
    var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, KEYS_BYTES, true, issuer.trust());
    try {
      var published = new URLBasedJWKSetSource<SecurityContext>(issuer.keys().toURL(), retriever);
      return JWKSourceBuilder.create(new PublishedKeys(published, whenWithdrawn))
        .retrying(true)
        .outageTolerant(true)
        .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
