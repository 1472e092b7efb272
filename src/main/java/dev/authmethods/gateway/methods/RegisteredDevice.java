package dev.authmethods.gateway.methods;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A device in the directory. Source: https://learn.microsoft.com/graph/api/resources/device */
record RegisteredDevice(
  String objectId,
  @Nullable String deviceId,
  @Nullable String displayName,
  @Nullable String operatingSystem,
  @Nullable String operatingSystemVersion,
  @Nullable String trustType,
  @Nullable Boolean isEnabled,
  @Nullable Boolean isCompliant,
  @Nullable Boolean isManaged,
  @Nullable OffsetDateTime registrationDateTime,
  @Nullable OffsetDateTime approximateLastSignInDateTime
) {}
