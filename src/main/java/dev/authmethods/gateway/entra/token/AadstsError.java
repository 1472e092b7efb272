package dev.authmethods.gateway.entra.token;

import static dev.authmethods.gateway.entra.token.AadstsError.Meaning.CALLER_BLOCKED;
import static dev.authmethods.gateway.entra.token.AadstsError.Meaning.CONFIGURATION;
import static dev.authmethods.gateway.entra.token.AadstsError.Meaning.INTERACTION_REQUIRED;
import static dev.authmethods.gateway.entra.token.AadstsError.Meaning.TOKEN_EXPIRED;
import static dev.authmethods.gateway.entra.token.AadstsError.Meaning.TOKEN_REJECTED;
import static dev.authmethods.gateway.entra.token.AadstsError.Meaning.TRANSIENT;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The errors of Entra's token endpoint that a gateway can meet, what each means to the gateway's callers, and what its
 * operators can do. Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
enum AadstsError {
  INVALID_ASSERTION(50013, TOKEN_REJECTED, "Entra does not accept the caller's token: it has expired or was revoked."),
  ASSERTION_EXPIRED(500133, TOKEN_EXPIRED, "The caller's token has expired. Check the clock of this machine."),
  GRANT_INVALID(70000, TOKEN_REJECTED, "Entra does not accept the caller's token."),
  USER_UNKNOWN(50034, TOKEN_REJECTED, "The caller is not in the directory any more."),
  ACCOUNT_LOCKED(50053, TOKEN_REJECTED, "The caller's account is locked."),
  PASSWORD_EXPIRED(50055, TOKEN_REJECTED, "The caller's password has expired."),
  USER_DISABLED(50057, TOKEN_REJECTED, "The caller's account is disabled."),
  SESSION_EXPIRED(50132, TOKEN_REJECTED, "The caller's session has ended."),
  SESSION_REVOKED(50133, TOKEN_REJECTED, "The caller's session has ended, or the password was changed."),
  FRESH_TOKEN_NEEDED(50173, TOKEN_REJECTED, "The caller's session was revoked."),
  SIGN_IN_TOO_OLD(70043, TOKEN_REJECTED, "Conditional Access asks for a more recent sign-in."),
  SESSION_TOO_OLD(70044, TOKEN_REJECTED, "Conditional Access asks for a more recent sign-in."),
  REFRESH_TOKEN_EXPIRED(700082, TOKEN_REJECTED, "The caller's session has ended."),
  PAGE_SESSION_EXPIRED(700084, TOKEN_REJECTED, "The caller's session has ended."),
  GRANT_EXPIRED(70008, TOKEN_REJECTED, "The caller's session has ended."),
  SESSION_NEEDED(50058, TOKEN_REJECTED, "The caller has no session any more."),
  PASSWORD_WRONG(50126, TOKEN_REJECTED, "The caller's name or password is wrong."),
  LOCAL_PASSWORD_EXPIRED(50144, TOKEN_REJECTED, "The caller's password has expired."),
  USER_DELETED(500341, TOKEN_REJECTED, "The caller is not in the directory any more."),

  MFA_SETUP_REQUIRED(50072, INTERACTION_REQUIRED, "The caller has to register for multifactor authentication."),
  MFA_NEEDED(50074, INTERACTION_REQUIRED, "The caller has to pass multifactor authentication."),
  MFA_REQUIRED(50076, INTERACTION_REQUIRED, "The caller has to pass multifactor authentication."),
  MFA_EXPIRED(50078, INTERACTION_REQUIRED, "The caller has to pass multifactor authentication again."),
  MFA_ENROLLMENT_REQUIRED(50079, INTERACTION_REQUIRED, "The caller has to register for multifactor authentication."),
  DEVICE_AUTHENTICATION_REQUIRED(50097, INTERACTION_REQUIRED, "The caller's device has to be authenticated."),
  EXTERNAL_CHALLENGE_REQUIRED(50158, INTERACTION_REQUIRED, "The caller has to meet a challenge of another provider."),
  DEVICE_REGISTRATION_REQUIRED(50129, INTERACTION_REQUIRED, "The caller's device has to be registered."),
  PASSWORD_CHANGE_REQUIRED(50142, INTERACTION_REQUIRED, "The caller has to change the password."),
  STRONGER_SIGN_IN_REQUIRED(51006, INTERACTION_REQUIRED, "The caller has to sign in again, in a stronger way."),
  PASSWORD_RESET_REGISTRATION_REQUIRED(50125, INTERACTION_REQUIRED, "The caller has to register for password reset."),

  NOT_ASSIGNED(
    50105,
    CALLER_BLOCKED,
    "Assign the caller to the gateway's enterprise application, or require no assignment."
  ),
  DEVICE_NOT_SUPPORTED(50005, CALLER_BLOCKED, "A Conditional Access policy does not allow the caller's platform."),
  DEVICE_NOT_COMPLIANT(53000, CALLER_BLOCKED, "A Conditional Access policy requires a compliant device."),
  DEVICE_NOT_JOINED(53001, CALLER_BLOCKED, "A Conditional Access policy requires a device that has joined the domain."),
  APP_NOT_APPROVED(53002, CALLER_BLOCKED, "A Conditional Access policy requires an approved app."),
  BLOCKED_BY_POLICY(53003, CALLER_BLOCKED, "A Conditional Access policy blocks the caller: look at the sign-in log."),
  BLOCKED_BY_RISK(53004, CALLER_BLOCKED, "Identity Protection blocks the caller: look at the sign-in log."),
  APP_PROTECTION_REQUIRED(53009, CALLER_BLOCKED, "A Conditional Access policy requires an app protection policy."),
  SECURITY_POLICY_NOT_MET(530003, CALLER_BLOCKED, "A Conditional Access policy requires a managed device."),
  BLOCKED_BY_SECURITY_DEFAULTS(530035, CALLER_BLOCKED, "Security defaults block the caller."),
  SECURITY_POLICY_BLOCKS(530032, CALLER_BLOCKED, "A security policy blocks the caller: look at the sign-in log."),
  CONDITIONS_NOT_MET(50131, CALLER_BLOCKED, "A Conditional Access policy blocks the caller: look at the sign-in log."),
  DEVICE_REFUSED(50155, CALLER_BLOCKED, "Entra does not accept the caller's device."),
  REGISTRATION_BLOCKED(
    53010,
    CALLER_BLOCKED,
    "The caller may not register methods from here: look at the sign-in log."
  ),
  BLOCKED_AT_HOME(53011, CALLER_BLOCKED, "The caller's own organization sees a risk and blocks the caller."),
  NOT_OF_THE_TENANT(50020, CALLER_BLOCKED, "The caller's account is of another tenant: invite it as a guest."),
  NOT_A_GUEST(90072, CALLER_BLOCKED, "The caller's account is of another tenant: invite it as a guest."),

  CONSENT_REQUIRED(65001, CONFIGURATION, "Grant admin consent for the gateway's permissions of Microsoft Graph."),
  CONSENT_REFUSED(65004, CONFIGURATION, "Grant admin consent for the gateway's permissions of Microsoft Graph."),
  ADMIN_CONSENT_REQUIRED(90094, CONFIGURATION, "Grant admin consent for the gateway's permissions of Microsoft Graph."),
  CONSENT_TO_BE_REQUESTED(
    90095,
    CONFIGURATION,
    "Grant admin consent for the gateway's permissions of Microsoft Graph."
  ),
  RESOURCE_NOT_REGISTERED(
    650057,
    CONFIGURATION,
    "Add the permissions of Microsoft Graph to the gateway's registration."
  ),
  RESOURCE_DISABLED(500014, CONFIGURATION, "The service principal of Microsoft Graph is disabled in this tenant."),
  RESOURCE_UNKNOWN(500011, CONFIGURATION, "The tenant does not know Microsoft Graph: check gateway.entra.cloud."),
  INVALID_SCOPE(70011, CONFIGURATION, "Check gateway.entra.cloud: Microsoft Graph of another cloud was asked for."),
  CLIENT_NOT_AUTHORIZED(70001, CONFIGURATION, "The tenant does not allow the gateway's registration to do this."),
  CREDENTIAL_INVALID(70002, CONFIGURATION, "Entra does not accept the gateway's credential."),
  SECRET_WRONG(7000215, CONFIGURATION, "The client secret is wrong: take its value, not its id."),
  SECRET_EXPIRED(7000222, CONFIGURATION, "The client secret has expired: create another."),
  CREDENTIAL_MISSING(7000218, CONFIGURATION, "The registration must not be a public client."),
  CREDENTIAL_NOT_SENT(7000216, CONFIGURATION, "No credential was sent: check gateway.entra.credential."),
  ASSERTION_UNSIGNED(50012, CONFIGURATION, "The signature of the client assertion is wrong: check the certificate."),
  CREDENTIAL_EXPIRED(
    700024,
    CONFIGURATION,
    "The client assertion is not valid now: check the clock and the credential."
  ),
  CERTIFICATE_UNKNOWN(700027, CONFIGURATION, "Add the certificate to the gateway's registration; it may have expired."),
  ASSERTION_MALFORMED(50027, CONFIGURATION, "The client assertion is malformed: check the credential."),
  ASSERTION_OF_ANOTHER_CLIENT(700021, CONFIGURATION, "The client assertion is another client's: check the credential."),
  ASSERTION_AUDIENCE(
    700023,
    CONFIGURATION,
    "The client assertion is for another tenant: check gateway.entra.tenant-id."
  ),
  FEDERATION_AUDIENCE(700212, CONFIGURATION, "The federated credential of the registration expects another audience."),
  FEDERATION_SUBJECT(700213, CONFIGURATION, "The federated credential of the registration expects another subject."),
  FEDERATION_ISSUER(700211, CONFIGURATION, "The federated credential of the registration expects another issuer."),
  FEDERATION_UNKNOWN(70021, CONFIGURATION, "The registration has no federated credential for the token that was sent."),
  FEDERATION_WITH_ENTRA(700222, CONFIGURATION, "Entra's own tokens do not do as a federated credential here."),
  CLIENT_UNKNOWN(700016, CONFIGURATION, "The tenant has no such app: check gateway.entra.client-id and tenant-id."),
  CLIENT_DISABLED(7000112, CONFIGURATION, "The gateway's app is disabled in this tenant."),
  CLIENT_NOT_IN_TENANT(
    7000229,
    CONFIGURATION,
    "Create the enterprise application of the gateway's app in this tenant."
  ),
  CLIENT_OF_ONE_TENANT(50194, CONFIGURATION, "The registration is of another tenant: check gateway.entra.tenant-id."),
  CLIENT_NOT_FOUND(700025, CONFIGURATION, "The registration is a public client, which has no credential."),
  TENANT_UNKNOWN(
    90002,
    CONFIGURATION,
    "There is no such tenant: check gateway.entra.tenant-id and gateway.entra.cloud."
  ),
  TENANT_OF_ANOTHER_CLOUD(900382, CONFIGURATION, "The tenant is in another cloud: check gateway.entra.cloud."),
  TENANT_INVALID(900023, CONFIGURATION, "The tenant's id is none: check gateway.entra.tenant-id."),
  PARAMETER_MISSING(900144, CONFIGURATION, "The request came without a parameter: does a proxy change it?"),
  SCOPE_OF_APPLICATION(
    1002012,
    CONFIGURATION,
    "Check gateway.entra.cloud: Microsoft Graph of another cloud was asked for."
  ),
  TENANT_BLOCKED(5000224, CONFIGURATION, "Entra has blocked this tenant or resource: contact Microsoft."),
  ASSERTION_FOR_ANOTHER_API(
    500131,
    CONFIGURATION,
    "The caller's token is for another app than gateway.entra.client-id."
  ),
  ON_BEHALF_OF_NOT_ALLOWED(
    7000114,
    CONFIGURATION,
    "A token without a user cannot be acted for: use acting-as=application."
  ),
  SIGNING_KEY_OF_THE_APP(50146, CONFIGURATION, "The registration uses a custom signing key: remove it."),

  SERVICE_TIMEOUT(90025, TRANSIENT, "Entra was too slow inside."),
  SERVICE_TRANSIENT(90033, TRANSIENT, "Entra failed for a moment."),
  RETRYABLE(90034, TRANSIENT, "Entra failed for a moment."),
  ISSUANCE_FAILED(50000, TRANSIENT, "Entra could not issue a token: look at the status of the service."),
  RETRYABLE_INSIDE(50033, TRANSIENT, "Entra failed for a moment."),
  OTHER_SERVER(90006, TRANSIENT, "Another server failed Entra for a moment."),
  REQUEST_TIMEOUT(90012, TRANSIENT, "Entra was too slow inside."),
  BUDGET_EXCEEDED(90024, TRANSIENT, "Entra failed for a moment."),
  TENANT_THROTTLED(90055, TRANSIENT, "Entra is asked too much for this tenant."),
  ASKED_TOO_OFTEN(50196, TRANSIENT, "Entra saw the same request too often.");

  /** The meaning of an error for the gateway's callers. */
  enum Meaning {
    /** The caller's token has expired: a new one will do. */
    TOKEN_EXPIRED,
    /** Entra does not accept the caller's token any more: a new one may help. */
    TOKEN_REJECTED,
    /** The caller has to sign in again, with more than before. */
    INTERACTION_REQUIRED,
    /** The organization does not let the caller in; signing in again changes nothing. */
    CALLER_BLOCKED,
    /** Only the gateway's operators can do something about it. */
    CONFIGURATION,
    /** It may pass. */
    TRANSIENT,
  }

  private static final Pattern NUMBER = Pattern.compile("^AADSTS(\\d{4,8})(?!\\d)");
  private static final Map<Integer, AadstsError> BY_NUMBER = Arrays.stream(values()).collect(
    Collectors.toUnmodifiableMap(error -> error.number, Function.identity())
  );

  private final int number;
  private final Meaning meaning;
  private final String hint;

  AadstsError(int number, Meaning meaning, String hint) {
    this.number = number;
    this.meaning = meaning;
    this.hint = hint;
  }

  /** The number that Entra's text begins with; 0 when it begins with none. It reads no other part of the text. */
  static int numberIn(@Nullable String text) {
    var matcher = NUMBER.matcher(text == null ? "" : text);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** Null when it is not known here. */
  static @Nullable AadstsError of(int number) {
    return BY_NUMBER.get(number);
  }

  /** The number after {@code AADSTS}. */
  int number() {
    return number;
  }

  Meaning meaning() {
    return meaning;
  }

  /** The advice for operators. */
  String hint() {
    return hint;
  }
}
