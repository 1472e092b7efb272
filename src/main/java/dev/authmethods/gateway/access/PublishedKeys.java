package dev.authmethods.gateway.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.util.List;

/** The keys that a tenant publishes; tells when one is withdrawn. */
final class PublishedKeys implements JWKSetSource<SecurityContext> {

  private final JWKSetSource<SecurityContext> source;
  private final Runnable whenWithdrawn;
  private volatile List<JWK> last = List.of();

  PublishedKeys(JWKSetSource<SecurityContext> source, Runnable whenWithdrawn) {
    this.source = source;
    this.whenWithdrawn = whenWithdrawn;
  }

  /** Whether any could be had until now. */
  boolean known() {
    return !last.isEmpty();
  }

  @Override
  public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, SecurityContext context)
    throws KeySourceException {
    var published = source.getJWKSet(refresh, currentTime, context);
    var withdrawn = !published.getKeys().containsAll(last);
    last = published.getKeys();
    if (withdrawn) {
      whenWithdrawn.run();
    }
    return published;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
