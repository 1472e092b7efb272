package dev.authmethods.gateway.change.audit;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.method.UserKey;

/** The steps of one change that the audit trail has to know. */
public interface AuditedChange {
  /** For a gateway without an audit trail. */
  AuditedChange NONE = new AuditedChange() {
    @Override
    public void attempt(UserKey user) {}

    @Override
    public RequestContext sending(RequestContext call) {
      return call;
    }

    @Override
    public void outcome(String outcome) {}

    @Override
    public void end(ChangeResult<?> result) {}

    @Override
    public void failed(Throwable failure) {}
  };

  /**
   * Its write is about to be sent, perhaps once more: the first time the trail has it before this returns.
   *
   * @throws dev.authmethods.gateway.audit.AuditUnavailable when the write must not be sent
   */
  void attempt(UserKey user);

  /** The request to send the write with, so that the ids of the sending are known. */
  RequestContext sending(RequestContext call);

  /** The outcome of its write, or of the write of an earlier request, in the words of the metric {@code gateway.writes}. */
  void outcome(String outcome);

  /** It has this result. */
  void end(ChangeResult<?> result);

  /** It has no result. */
  void failed(Throwable failure);
}
