package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.CallerBlocked;
import dev.authmethods.gateway.access.ClaimsChallenge;
import dev.authmethods.gateway.access.HostFault;
import dev.authmethods.gateway.access.InsufficientAuthentication;
import dev.authmethods.gateway.access.RejectedToken;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/** Microsoft did not do the work. Shows codes only, never a text of Microsoft's. */
public abstract sealed class EntraFailure extends RuntimeException {

  private EntraFailure(String message) {
    super(message, null, false, false);
  }

  /** How long to wait before asking again, when Microsoft said so. */
  public @Nullable Duration retryAfter() {
    return null;
  }

  /** Too many calls were made in a short time. */
  public static final class Throttled extends EntraFailure {

    private final boolean sent;
    private final @Nullable Duration retryAfter;

    private Throttled(boolean sent, @Nullable Duration retryAfter) {
      super("throttled");
      this.sent = sent;
      this.retryAfter = retryAfter;
    }

    /** Microsoft Graph answered so. */
    public static Throttled answered(@Nullable Duration retryAfter) {
      return new Throttled(true, retryAfter);
    }

    /** The gateway itself held it back, or the login has no token for it. */
    public static Throttled beforeSending(@Nullable Duration retryAfter) {
      return new Throttled(false, retryAfter);
    }

    /**
     * True when Microsoft Graph has answered with 429. False when nothing was sent, because the gateway held the call
     * back or got no token.
     */
    public boolean sent() {
      return sent;
    }

    @Override
    public @Nullable Duration retryAfter() {
      return retryAfter;
    }
  }

  /** Microsoft was not reached, did not answer in time, or answered with a failure on its side. */
  public static final class Unavailable extends EntraFailure {

    private final Origin origin;
    private final HostFault fault;
    private final boolean unclear;
    private final @Nullable Duration retryAfter;

    public Unavailable(boolean unclear, @Nullable Duration retryAfter) {
      this(Origin.HOST, HostFault.UNUSABLE_ANSWER, unclear, retryAfter);
    }

    private Unavailable(Origin origin, boolean unclear, @Nullable Duration retryAfter) {
      this(origin, HostFault.UNUSABLE_ANSWER, unclear, retryAfter);
    }

    private Unavailable(Origin origin, HostFault fault, boolean unclear, @Nullable Duration retryAfter) {
      super(unclear ? "unavailable, outcome unclear" : "unavailable");
      this.origin = origin;
      this.fault = fault;
      this.unclear = unclear;
      this.retryAfter = retryAfter;
    }

    /** The place of the failure. */
    public enum Origin {
      /** At Microsoft, or on the way there. */
      HOST,
      /** The host works, but the wrong server has answered. */
      ROUTE,
      /** Microsoft does not take the token, though it was just issued. */
      TOKEN,
      /** The gateway sent nothing. */
      GATEWAY,
    }

    /** At Microsoft, or on the way there, and how. */
    public static Unavailable failing(HostFault fault, boolean unclear, @Nullable Duration retryAfter) {
      return new Unavailable(Origin.HOST, fault, unclear, retryAfter);
    }

    /** The wrong server has answered; the outcome is unclear. */
    public static Unavailable misdirected(@Nullable Duration retryAfter) {
      return new Unavailable(Origin.ROUTE, true, retryAfter);
    }

    /** Microsoft Graph has refused a fresh token; nothing was done. */
    public static Unavailable tokenRefused() {
      return new Unavailable(Origin.TOKEN, false, null);
    }

    /** A repetition within the same request does not help. */
    public static Unavailable heldBack(@Nullable Duration retryAfter) {
      return new Unavailable(Origin.GATEWAY, false, retryAfter);
    }

    /** The place of the failure. */
    public Origin origin() {
      return origin;
    }

    /** The fault of the host, if the host is the place of the failure. */
    public HostFault fault() {
      return fault;
    }

    /** The answer does not fit the request. */
    public static Unavailable unclearAnswer() {
      return new Unavailable(true, null);
    }

    /** True when the request may have been carried out nevertheless. */
    public boolean unclear() {
      return unclear;
    }

    @Override
    public @Nullable Duration retryAfter() {
      return retryAfter;
    }
  }

  /** Refused for a reason that asking again will not change. */
  public static final class Refused extends EntraFailure {

    /** The code of the authentication methods, and that of the directory. */
    private static final Set<String> BAD_REQUEST = Set.of("badRequest", "Request_BadRequest");

    private final int status;
    private final String code;
    private final @Nullable String requestId;
    private final List<String> missingPermissions;
    private final String text;

    public Refused(int status, String code, @Nullable String requestId) {
      this(status, code, requestId, List.of(), "");
    }

    private Refused(int status, String code, @Nullable String requestId, List<String> missingPermissions, String text) {
      super("refused with " + status);
      this.text = text;
      this.status = status;
      this.code = code;
      this.requestId = requestId;
      this.missingPermissions = missingPermissions;
    }

    /** The same refusal, when a permission was granted that may reach nobody but the caller. */
    public Refused lacking(List<String> permissions) {
      return new Refused(status, code, requestId, permissions, text);
    }

    /** The same refusal, in Microsoft's words. */
    public Refused saying(String words) {
      return new Refused(status, code, requestId, missingPermissions, words);
    }

    /**
     * Whether Microsoft's words contain these. The words can change: they decide only which reason the caller is told when no
     * rule explains a refusal, never whether something is sent. They leave this object in no other way.
     */
    public boolean mentions(String words) {
      return text.contains(words);
    }

    /**
     * The permissions of Microsoft Graph one of which the gateway's registration may lack: those that certainly reach
     * other users, when none of them was granted.
     */
    public List<String> missingPermissions() {
      return missingPermissions;
    }

    /** The object does not exist: an answer that leaves something out says the same as status 404. */
    public static Refused notFound() {
      return new Refused(404, "Request_ResourceNotFound", null);
    }

    /** The gateway itself refuses this to the caller. */
    public static Refused forbidden() {
      return new Refused(403, "accessDenied", null);
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    /** Whether Microsoft only says that the request was wrong, without the reason. */
    public boolean isBadRequest() {
      return status == 400 && BAD_REQUEST.contains(code);
    }

    /** Whether the object does not exist, or this caller may not see it. */
    public boolean hides() {
      return status == 401 || status == 403 || status == 404;
    }

    /** Microsoft's own code. */
    public String code() {
      return code;
    }

    /** Microsoft's id of the request, for a support case. */
    public @Nullable String requestId() {
      return requestId;
    }
  }

  /**
   * Entra does not let the gateway do this: a permission was not granted, the credential has expired, or the
   * registration is the wrong one. Only the gateway's operators can repair that; neither the caller nor a repetition
   * can.
   */
  public static final class Misconfigured extends EntraFailure {

    private final List<String> missingPermissions;

    /** A misconfiguration without missing permissions; the log names it. */
    public Misconfigured() {
      this(List.of());
    }

    public Misconfigured(List<String> missingPermissions) {
      super("the gateway is not configured for this");
      this.missingPermissions = missingPermissions;
    }

    /**
     * The permissions of Microsoft Graph one of which the gateway's registration needs; empty when another thing is
     * wrong.
     */
    public List<String> missingPermissions() {
      return missingPermissions;
    }
  }

  /** Entra issues no token for this caller: this is the answer to the whole request. Nothing was done. */
  public abstract static sealed class SignInFailure extends EntraFailure {

    private SignInFailure(String message) {
      super(message);
    }

    /** The error code of OAuth 2.0 that it is known by. */
    public abstract String error();

    /** The answer to the whole request. */
    public abstract AuthenticationException refusal();
  }

  /** Entra no longer accepts the caller's token: another one may help. */
  public static final class TokenRejected extends SignInFailure {

    private final boolean expired;

    private TokenRejected(boolean expired) {
      super("the caller's token was rejected");
      this.expired = expired;
    }

    /** The caller's token has expired. */
    public static TokenRejected expired() {
      return new TokenRejected(true);
    }

    /** Entra has refused the caller's token for another reason than its age. */
    public static TokenRejected refused() {
      return new TokenRejected(false);
    }

    /** Source: RFC 6750, section 3.1. */
    @Override
    public String error() {
      return "invalid_token";
    }

    @Override
    public AuthenticationException refusal() {
      return expired ? RejectedToken.expired() : RejectedToken.byEntra();
    }
  }

  /** The caller has to sign in again with more, and Entra does not say with what. */
  public static final class SignInInsufficient extends SignInFailure {

    public SignInInsufficient() {
      super("the caller's sign-in does not suffice");
    }

    /** Source: RFC 9470, section 3. */
    @Override
    public String error() {
      return "insufficient_user_authentication";
    }

    @Override
    public AuthenticationException refusal() {
      return new InsufficientAuthentication();
    }
  }

  /** The caller's organization does not let the caller in: signing in again changes nothing. */
  public static final class Blocked extends SignInFailure {

    public Blocked() {
      super("the caller is blocked");
    }

    /** Source: RFC 6749, section 4.1.2.1. */
    @Override
    public String error() {
      return "access_denied";
    }

    @Override
    public AuthenticationException refusal() {
      return new CallerBlocked();
    }
  }

  /** The caller has to sign in again with more. */
  public static final class ClaimsRequired extends SignInFailure {

    private final String claims;

    public ClaimsRequired(String claims) {
      super("claims required");
      this.claims = claims;
    }

    /** Source: https://learn.microsoft.com/entra/identity-platform/claims-challenge */
    @Override
    public String error() {
      return "insufficient_claims";
    }

    @Override
    public AuthenticationException refusal() {
      return new ClaimsChallenge(claims);
    }

    /** The base64 of a JSON object. */
    public String claims() {
      return claims;
    }
  }
}
