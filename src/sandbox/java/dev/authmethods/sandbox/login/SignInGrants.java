package dev.authmethods.sandbox.login;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.authmethods.sandbox.directory.SignInSessions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Authorization codes and refresh tokens of single-page applications. Sources:
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow,
 * https://learn.microsoft.com/entra/identity-platform/refresh-tokens
 */
public final class SignInGrants {

  private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
  /** From the sign-in: renewal does not make it longer. */
  private static final Duration REFRESH_LIFETIME = Duration.ofHours(24);

  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;
  private final SignInSessions sessions;
  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final Map<String, SignIn> refreshTokens = new ConcurrentHashMap<>();

  private record Code(SignIn signIn, String redirectUri, String challenge, AtomicBoolean redeemed) {}

  public SignInGrants(InstantSource clock, SignInSessions sessions) {
    this.clock = clock;
    this.sessions = sessions;
  }

  Instant now() {
    return clock.instant();
  }

  /** A code for somebody who has just signed in; it is sent to the redirect URI, and redeemed by the verifier. */
  String issueCode(SignIn signIn, String redirectUri, String challenge) {
    codes.values().removeIf(code -> isOlder(code.signIn(), REFRESH_LIFETIME));
    var code = text();
    codes.put(code, new Code(signIn, redirectUri, challenge, new AtomicBoolean()));
    return code;
  }

  /** Another one each time; the earlier ones stay valid (Refresh tokens: Token lifetime). */
  String issueRefreshToken(SignIn signIn) {
    refreshTokens.values().removeIf(each -> isOlder(each, REFRESH_LIFETIME.plusDays(1)));
    var token = text();
    refreshTokens.put(token, signIn);
    return token;
  }

  /** The sign-in behind a code, once. */
  SignIn redeem(TokenRequest request) {
    var code = codes.get(request.require("code"));
    if (code == null || !code.signIn().client().id().equalsIgnoreCase(request.require("client_id"))) {
      throw LoginError.invalidGrant(70000, "The provided authorization code is invalid or malformed.");
    }
    if (!code.redirectUri().equals(request.require("redirect_uri"))) {
      var text = "The reply address does not match the reply address provided when requesting Authorization code.";
      throw LoginError.of(400, "invalid_client", 500112, text);
    }
    if (isOlder(code.signIn(), CODE_LIFETIME)) {
      throw LoginError.invalidGrant(
        70008,
        "The provided authorization code has expired. Send the user to sign in again."
      );
    }
    if (!code.challenge().equals(challengeOf(request.require("code_verifier")))) {
      var text = "The Code_Verifier does not match the code_challenge supplied in the authorization request.";
      throw LoginError.invalidGrant(501481, text);
    }
    if (!code.redeemed().compareAndSet(false, true)) {
      var text = "OAuth2 Authorization code was already redeemed, please retry with a new valid code.";
      throw LoginError.invalidGrant(54005, text);
    }
    return code.signIn();
  }

  /** The sign-in behind a refresh token. */
  SignIn renew(TokenRequest request) {
    var signIn = refreshTokens.get(request.require("refresh_token"));
    if (signIn == null || !signIn.client().id().equalsIgnoreCase(request.require("client_id"))) {
      throw LoginError.invalidGrant(70000, "The provided refresh token is invalid or malformed.");
    }
    if (isOlder(signIn, REFRESH_LIFETIME)) {
      var text =
        "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended.";
      throw LoginError.invalidGrant(700084, text);
    }
    if (signIn.at().isBefore(sessions.validFrom(signIn.persona().user()))) {
      var text = "The provided grant has expired due to it being revoked, a fresh auth token is needed.";
      throw LoginError.invalidGrant(50173, text);
    }
    refuseOtherContexts(signIn, request);
    return signIn;
  }

  /** More than was shown at the sign-in takes another one. */
  private static void refuseOtherContexts(SignIn signIn, TokenRequest request) {
    var claims = request.find("claims").orElse("");
    if (!signIn.contexts().containsAll(SignIn.contextsIn(claims))) {
      throw LoginError.interactionRequired(claims);
    }
  }

  private boolean isOlder(SignIn signIn, Duration lifetime) {
    return signIn.at().plus(lifetime).isBefore(clock.instant());
  }

  /** The challenge of a verifier (RFC 7636, 4.2). */
  private static String challengeOf(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private String text() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
