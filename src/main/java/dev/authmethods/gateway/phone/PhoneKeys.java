package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.idempotency.Claim;
import dev.authmethods.gateway.idempotency.Idempotency;
import dev.authmethods.gateway.idempotency.IdempotentMutation;
import dev.authmethods.gateway.idempotency.Lease;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the idempotency keys of changes are good for. */
@Component
class PhoneKeys {

  private final Idempotency idempotency;

  PhoneKeys(Idempotency idempotency) {
    this.idempotency = idempotency;
  }

  /** Granted without further ado to what has no key, or writes nothing. */
  Claim<KeptResult> claim(RequestContext call, PhoneChange<?> change, UserKey user) {
    var key = change.input().idempotencyKey();
    return key == null || change.input().validateOnly()
      ? new Claim.Granted<>(Lease.none())
      : idempotency.claim(
          call,
          new IdempotentMutation(change.mutation(), key, arguments(change, user)),
          KeptResult.class
        );
  }

  private static List<String> arguments(PhoneChange<?> change, UserKey user) {
    return Stream.concat(Stream.of(user.value()), change.arguments().stream()).toList();
  }
}
