package dev.authmethods.gateway.user.activity;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The last sign-ins of a user. Source: https://learn.microsoft.com/graph/api/resources/signinactivity */
record SignInActivity(
  @Nullable OffsetDateTime lastSignInDateTime,
  @Nullable OffsetDateTime lastSuccessfulSignInDateTime,
  @Nullable OffsetDateTime lastNonInteractiveSignInDateTime
) {}
