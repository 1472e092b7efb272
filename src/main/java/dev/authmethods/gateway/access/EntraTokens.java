package dev.authmethods.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSetSource;
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
    var published = new PublishedKeys(source(issuer), whenWithdrawn);
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys(published)));
    // The rules below check the claims; Nimbus's own check would only repeat the times with another skew.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    var decoder = new NimbusReactiveJwtDecoder(token ->
      Mono.fromCallable(() -> verify(processor, published, token)).subscribeOn(Schedulers.boundedElastic())
    );
    decoder.setJwtValidator(EntraTokenRules.of(issuer, settings));
    return decoder;
  }

  private static JWTClaimsSet verify(
    DefaultJWTProcessor<SecurityContext> processor,
    PublishedKeys published,
    JWT token
  ) {
    try {
      return processor.process(token, null);
    } catch (BadJOSEException e) {
      throw new BadJwtException("Refused", e);
    } catch (RateLimitReachedException e) {
      // Keys have been asked for often enough: the token's is not among them, or none could be had.
      throw published.known()
        ? new BadJwtException("Refused", e)
        : new JwtException("The signing keys cannot be had", e);
    } catch (JOSEException e) {
      throw new JwtException("The signing keys cannot be had", e);
    }
  }

  private static JWKSource<SecurityContext> keys(PublishedKeys published) {
    return JWKSourceBuilder.create(published).retrying(true).outageTolerant(true).build();
  }

  private static JWKSetSource<SecurityContext> source(TokenIssuer issuer) {
    var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, KEYS_BYTES, true, issuer.trust());
    try {
      return new URLBasedJWKSetSource<>(issuer.keys().toURL(), retriever);
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
