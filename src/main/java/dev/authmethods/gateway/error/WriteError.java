package dev.authmethods.gateway.error;

import java.util.List;

/** What can become of any write; every mutation's union has these. */
public sealed interface WriteError
  extends
    AddPhoneMethodError,
    SetPhoneMethodError,
    UpdatePhoneMethodError,
    DeletePhoneMethodError,
    EnableSmsSignInError,
    DisableSmsSignInError
  permits
    UpstreamError,
    OutcomeUnknownError,
    IdempotencyKeyReusedError,
    IdempotencyKeyInFlightError,
    IdempotencyKeysLostError
{
  @Override
  WriteError at(List<String> path);
}
