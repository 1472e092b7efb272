package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.idempotency.Lease;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.outcome.Sight;
import dev.authmethods.gateway.outcome.Write;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one write of a change.
 *
 * @param marks  makes a mark of what is held, to be compared with {@code before}
 * @param before the mark of what was there before; made only when somebody asks
 */
record PhoneWriting(
  PhoneChange<?> change,
  UserKey user,
  EntraPhoneMethods phones,
  Lease<KeptResult> lease,
  Function<List<PhoneMethod>, String> marks,
  Supplier<String> before
) implements Write<List<PhoneMethod>, Optional<PhoneMethod>> {
  /** Together five seconds, after which scripts in the field take a number that they do not see for not saved. */
  private static final List<Duration> WAITS_TO_BE_SEEN = List.of(
    Duration.ofMillis(500),
    Duration.ofMillis(1_500),
    Duration.ofSeconds(3)
  );

  @Override
  public Optional<PhoneMethod> send(RequestContext call) {
    lease.sending(before);
    return Optional.ofNullable(change.write(phones, call, user));
  }

  @Override
  public List<PhoneMethod> read(RequestContext call) {
    return phones.list(call, user);
  }

  @Override
  public boolean canBeSent(RequestContext call, Duration after) {
    return phones.canBeChanged(call, after);
  }

  @Override
  public boolean leavesOpen(EntraFailure.Refused refused) {
    return change.isSavedInSpiteOf(refused);
  }

  @Override
  public List<Duration> waitsToBeSeen() {
    return WAITS_TO_BE_SEEN;
  }

  @Override
  public void notCarriedOut() {
    lease.notCarriedOut();
  }

  /** Whether it has been made, as far as can be seen. */
  boolean isSeen(List<PhoneMethod> held) {
    return switch (sight(held)) {
      case AS_ASKED, AS_ASKED_WHERE_SHOWN -> true;
      case AS_BEFORE, AS_BEFORE_WHERE_SHOWN, NOT_SHOWN, OTHERWISE -> false;
    };
  }

  @Override
  public Sight sight(List<PhoneMethod> held) {
    if (!change.isShown(held)) {
      return Sight.NOT_SHOWN;
    }
    var asBefore = marks.apply(held).equals(before.get());
    return switch (change.likeness(held)) {
      case SAME -> Sight.AS_ASKED;
      // What looks as before may well be the number from before.
      case SAME_WHERE_SHOWN -> asBefore ? Sight.AS_BEFORE_WHERE_SHOWN : Sight.AS_ASKED_WHERE_SHOWN;
      case OTHER -> asBefore ? Sight.AS_BEFORE : Sight.OTHERWISE;
    };
  }
}
