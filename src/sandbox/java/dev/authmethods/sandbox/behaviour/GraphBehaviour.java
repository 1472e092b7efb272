package dev.authmethods.sandbox.behaviour;

import dev.authmethods.sandbox.http.JsonTree;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A choice for each question that the documentation leaves open, all of them unverified, and the time.
 *
 * @param listQrCodePin whether the list of all methods shows those of the type {@code qrCodePinAuthenticationMethod}
 * @param listHardwareOath whether it shows those of the type {@code hardwareOathAuthenticationMethod}, which v1.0 does not know
 * @param devicePermission whether {@code device} is null for callers without {@code Device.Read.All}
 * @param stepUpStatus the status that refuses users who delete their own keys without fresh multifactor authentication
 * @param revokeStatus the status that confirms a revocation of sessions; 204 has no body
 * @param revokeDelayMs how long, in milliseconds, readers see the old date of a user whose sessions were revoked
 * @param tapOutOfScope the fate of a new pass for a user to whom the policy does not apply
 * @param tapReplace the fate of a new pass for a user whose pass is still valid
 * @param tapDeleteEndsSessions whether the deletion of a usable pass ends the sessions of its user
 * @param temporaryAccessPassPolicy the tenant's policy for passes
 * @param passwordReset the choices about resets of passwords
 * @param directory the choices about users, and the kind of tenant
 * @param policyReadAll whether {@code Policy.Read.All} is enough to read the policy of authentication methods
 * @param policyForAuthenticationAdministrators whether Authentication Administrators, privileged ones too, may read it
 * @param clockAheadSeconds how much later it is than the clock says
 */
public record GraphBehaviour(
  boolean listQrCodePin,
  boolean listHardwareOath,
  boolean devicePermission,
  int stepUpStatus,
  int revokeStatus,
  long revokeDelayMs,
  OutOfScope tapOutOfScope,
  Replacement tapReplace,
  boolean tapDeleteEndsSessions,
  AccessPassPolicy temporaryAccessPassPolicy,
  PasswordResetBehaviour passwordReset,
  DirectoryBehaviour directory,
  boolean policyReadAll,
  boolean policyForAuthenticationAdministrators,
  long clockAheadSeconds
) {
  public static final GraphBehaviour DEFAULT = new GraphBehaviour(
    true,
    false,
    false,
    403,
    200,
    0,
    OutOfScope.REFUSE,
    Replacement.REPLACE,
    true,
    AccessPassPolicy.DEFAULT,
    PasswordResetBehaviour.DEFAULT,
    DirectoryBehaviour.DEFAULT,
    true,
    false,
    0
  );

  /** The fate of a new pass that the policy does not allow: Graph refuses it (2023), or creates it unusable (2021). */
  public enum OutOfScope {
    REFUSE,
    CREATE,
  }

  /** The fate of a second pass: Graph replaces the first (v1.0), or refuses the second while the first is valid (beta of 2021). */
  public enum Replacement {
    REPLACE,
    REFUSE,
  }

  public Duration revokeDelay() {
    return Duration.ofMillis(revokeDelayMs);
  }

  /**
   * The defaults with the properties of an object in their place, and so for the objects within.
   *
   * @throws JacksonException when there is no such property, or a value is of another type
   */
  static GraphBehaviour with(JsonNode changes) {
    return JsonTree.read(merged(JsonTree.of(DEFAULT), changes).toString(), GraphBehaviour.class);
  }

  private static JsonNode merged(JsonNode base, JsonNode changes) {
    if (!base.isObject() || !changes.isObject()) {
      return changes;
    }
    var merged = JsonTree.object();
    base.properties().forEach(each -> merged.set(each.getKey(), each.getValue()));
    changes.properties().forEach(each -> merged.set(each.getKey(), merged(base.path(each.getKey()), each.getValue())));
    return merged;
  }
}
