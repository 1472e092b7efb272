package dev.authmethods.gateway.password;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.MethodPermissions;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks Microsoft Graph how far resets are. Source: https://learn.microsoft.com/graph/api/longrunningoperation-get */
@Component
class OperationPolling {

  private static final Resource<OperationAddress, PasswordResetOperation> OPERATION = new Resource<>(
    "password_resets",
    Service.AUTHENTICATION_METHODS,
    _ -> MethodPermissions.toReadAllKinds(),
    OperationAddress::path,
    PasswordResetOperation::read
  );

  private final Entra entra;

  OperationPolling(Entra entra) {
    this.entra = entra;
  }

  /** Reads many operations at once. */
  Map<OperationAddress, LookupResult<PasswordResetOperation>> readAll(RequestContext call, Set<OperationAddress> keys) {
    return entra.readAll(call, keys, OPERATION);
  }

  /**
   * Follows an operation until it has ended, or the time is over: that of the client, or that of the request. Each wait is twice as
   * long as the one before, and blocks only the virtual thread of the field.
   *
   * @param patience how long the client wants to wait
   */
  PasswordResetOperation follow(RequestContext call, PasswordResetOperation operation, Duration patience) {
    var latest = operation;
    var left = patience;
    var wait = operation.pollAfter();
    while (!latest.isFinished() && left.isPositive()) {
      var next = shorter(wait, left);
      if (!paused(call, next)) {
        return latest;
      }
      left = left.minus(next);
      wait = wait.multipliedBy(2);
      latest = look(call, latest);
    }
    return latest;
  }

  /** Looks once. An operation that cannot be read is as far as it was: Microsoft Graph has accepted it. */
  PasswordResetOperation look(RequestContext call, PasswordResetOperation latest) {
    try {
      return entra.read(call, latest.address(), OPERATION);
    } catch (EntraFailure unread) {
      return latest;
    }
  }

  /** False when the wait would not leave enough time to answer. */
  private boolean paused(RequestContext call, Duration wait) {
    if (call.isAbandoned() || !entra.canWrite(call, wait)) {
      return false;
    }
    try {
      Thread.sleep(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
