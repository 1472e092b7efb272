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
 * @param stepUpStatus the status that refuses users who delete a key of their own without fresh multifactor authentication
 * @param revokeStatus the status that confirms a revocation of sessions; 204 has no body
 * @param revokeDelayMs how long, in milliseconds, readers see the old date of a user whose sessions were revoked
 * @param clockAheadSeconds how much later it is than the clock says
 */
public record GraphBehaviour(
  boolean listQrCodePin,
  boolean listHardwareOath,
  boolean devicePermission,
  int stepUpStatus,
  int revokeStatus,
  long revokeDelayMs,
  long clockAheadSeconds
) {
  public static final GraphBehaviour DEFAULT = new GraphBehaviour(true, false, false, 403, 200, 0, 0);

  public Duration revokeDelay() {
    return Duration.ofMillis(revokeDelayMs);
  }

  /**
   * The defaults with the properties of an object in their place.
   *
   * @throws JacksonException when there is no such property, or a value is of another type
   */
  static GraphBehaviour with(JsonNode changes) {
    var all = JsonTree.object();
    JsonTree.of(DEFAULT)
      .properties()
      .forEach(each -> all.set(each.getKey(), each.getValue()));
    changes.properties().forEach(each -> all.set(each.getKey(), each.getValue()));
    return JsonTree.read(all.toString(), GraphBehaviour.class);
  }
}
