package dev.authmethods.gateway.entra.token;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.Cloud;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.EntraSettings;
import dev.authmethods.gateway.entra.guard.Breaker;
import dev.authmethods.gateway.entra.guard.Bulkhead;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The access tokens for Microsoft Graph: one for each caller's token, or one for the gateway itself.
 *
 * <p>Kept under a hash of the caller's token, so that no two callers can ever share one, until either token is about to
 * expire, in six megabytes at most.
 */
public final class UpstreamTokens {

  /** Of memory, all tokens together. */
  public static final long MAX_BYTES = 6 * 1024 * 1024;

  /** The bytes that a token takes in addition to its text: its key and the entry. */
  private static final int BESIDE_THE_TOKEN = 512;

  private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(2);
  private static final Duration TO_ASK = Duration.ofMillis(250);
  private static final String APPLICATION = "application";

  private final EntraSettings settings;
  private final Credentials credentials;
  private final Breaker login;
  private final SignInMonitor signIn;
  private final Bulkhead bulkhead;
  private final TokenRequestContext request;
  private final AsyncCache<String, Issued> tokens;

  public UpstreamTokens(
    EntraSettings settings,
    Credentials credentials,
    Cloud cloud,
    Breaker login,
    SignInMonitor signIn,
    Executor executor
  ) {
    this.settings = settings;
    this.credentials = credentials;
    this.login = login;
    this.signIn = signIn;
    this.bulkhead = new Bulkhead(settings.maxConcurrentTokens());
    this.request = new TokenRequestContext().addScopes(cloud.scope());
    this.tokens = Caffeine.newBuilder()
      .maximumWeight(MAX_BYTES)
      .weigher((String key, Issued issued) -> BESIDE_THE_TOKEN + issued.token().length())
      .executor(executor)
      .expireAfter(Expiry.<String, Issued>creating((key, issued) -> issued.usable()))
      .buildAsync();
  }

  /** The token to call Microsoft Graph with; {@link EntraFailure} when there is none, or none before the deadline. */
  public String tokenFor(RequestContext call) {
    var known = tokens.getIfPresent(key(call.caller()));
    return known != null && known.state() == Future.State.SUCCESS ? known.resultNow().token() : issued(call).token();
  }

  private Issued issued(RequestContext call) {
    var caller = call.caller();
    try {
      return tokens
        .get(key(caller), key -> inTurn(call))
        // A copy: others, with a later deadline, may be waiting for the same token.
        .copy()
        .orTimeout(call.remaining().toMillis(), TimeUnit.MILLISECONDS)
        .join();
    } catch (CompletionException e) {
      throw failure(e);
    }
  }

  /** The failure that was found, or that there was no time to find one. */
  private static EntraFailure failure(CompletionException thrown) {
    return thrown.getCause() instanceof EntraFailure failure ? failure : new EntraFailure.Unavailable(false, null);
  }

  /** The permissions that the token names which was issued last; nothing when there is none, or it does not tell. */
  public Optional<Set<String>> permissionsOf(Caller caller) {
    var known = tokens.getIfPresent(key(caller));
    return known != null && known.state() == Future.State.SUCCESS
      ? GrantedPermissions.in(known.resultNow().token())
      : Optional.empty();
  }

  /** Asks for a new token next time. */
  public void forget(Caller caller) {
    tokens.synchronous().invalidate(key(caller));
  }

  /** For all who wait for it meanwhile; its turn comes by the patience of who came first, who needs some time to ask, too. */
  private Issued inTurn(RequestContext call) {
    login.check();
    bulkhead.acquire(call.remaining().minus(TO_ASK));
    try {
      return guarded(call.caller());
    } finally {
      bulkhead.release();
    }
  }

  private Issued guarded(Caller caller) {
    login.begin(false);
    long began = System.nanoTime();
    var verdict = Breaker.Verdict.NOTHING;
    try {
      var issued = issue(caller);
      verdict = Breaker.Verdict.WORKS;
      signIn.succeeded();
      return issued;
    } catch (RuntimeException e) {
      var problem = SignInProblem.of(e, settings.actingAs());
      verdict = problem.failure() instanceof EntraFailure.Unavailable ? Breaker.Verdict.FAILS : Breaker.Verdict.WORKS;
      signIn.failed(problem);
      throw problem.failure();
    } finally {
      login.end(verdict, System.nanoTime() - began);
    }
  }

  private Issued issue(Caller caller) {
    var application = settings.actingAs() == ActingAs.APPLICATION;
    TokenCredential credential = application ? credentials.application() : credentials.onBehalfOf(caller.token());
    return Issued.of(credential.getTokenSync(request), application ? Instant.MAX : caller.expiresAt());
  }

  private String key(Caller caller) {
    return settings.actingAs() == ActingAs.APPLICATION ? APPLICATION : caller.tokenHash();
  }

  private record Issued(String token, Duration usable) {
    static Issued of(AccessToken token, Instant notAfter) {
      var renewal = token.getExpiresAt().toInstant().minus(BEFORE_EXPIRY);
      var end = renewal.isBefore(notAfter) ? renewal : notAfter;
      var usable = Duration.between(Instant.now(), end);
      return new Issued(token.getToken(), usable.isNegative() ? Duration.ZERO : usable);
    }
  }
}
