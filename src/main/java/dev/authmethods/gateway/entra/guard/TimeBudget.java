package dev.authmethods.gateway.entra.guard;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.EntraSettings;
import java.time.Duration;

/**
 * How long a call may take, from the time that is left until the deadline of its request. Of the time for a write it
 * keeps a part, to read back whether an unanswered write was made; a write that has too little time is not sent.
 *
 * @param longest  the most that one call gets
 * @param write    the least that a write gets
 * @param readBack the time that is kept for reading back
 */
public record TimeBudget(Duration longest, Duration write, Duration readBack) {
  /** The budget of the settings. */
  public static TimeBudget of(EntraSettings settings) {
    return new TimeBudget(settings.callTimeout(), settings.writeTime(), settings.readBackTime());
  }

  /** How long a call may wait for its turn; {@link EntraFailure.Unavailable} when it would come too late already. */
  public Duration patience(RequestContext call, CallCost cost) {
    return left(call, cost).minus(least(cost));
  }

  /** How long it may take from now on; {@link EntraFailure.Unavailable} when that is too little, or nobody waits for it. */
  public Duration of(RequestContext call, CallCost cost) {
    return shorter(left(call, cost), longest);
  }

  /** Whether it says something of Microsoft when nothing is answered in that time. */
  public boolean isFair(Duration allowed) {
    return allowed.compareTo(shorter(write, longest)) >= 0;
  }

  /** Whether there will be time for a write after a wait. */
  public boolean covers(RequestContext call, Duration after) {
    return call.remaining().minus(after).minus(readBack).compareTo(shorter(write, longest)) >= 0;
  }

  private Duration left(RequestContext call, CallCost cost) {
    var left = cost.isWrite() ? call.remaining().minus(readBack) : call.remaining();
    if (call.isAbandoned() || !left.isPositive() || left.compareTo(least(cost)) < 0) {
      throw EntraFailure.Unavailable.heldBack(null);
    }
    return left;
  }

  private Duration least(CallCost cost) {
    return cost.isWrite() ? shorter(write, longest) : Duration.ZERO;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
