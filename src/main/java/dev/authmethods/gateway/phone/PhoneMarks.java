package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.idempotency.Idempotency;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a user's phone looks like to one change of it, as a digest: to be compared, and kept where no number may be. */
@Component
class PhoneMarks {

  private final Idempotency idempotency;

  PhoneMarks(Idempotency idempotency) {
    this.idempotency = idempotency;
  }

  /** That there is none. */
  String none(PhoneChange<?> change, UserKey user) {
    return idempotency.digest(user.value(), change.type().name());
  }

  /** Of the phone that is held, or that there is none. */
  String of(PhoneChange<?> change, UserKey user, List<PhoneMethod> held) {
    return PhoneRules.find(change.type(), held)
      .map(phone -> idempotency.digest(user.value(), change.type().name(), change.mark(phone)))
      .orElseGet(() -> none(change, user));
  }
}
