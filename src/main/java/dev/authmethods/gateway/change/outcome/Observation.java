package dev.authmethods.gateway.change.outcome;

/** The conclusion from a state that was read after a write. */
public enum Observation {
  /** The state is as the write asked for. */
  AS_REQUESTED,
  /** The state is as the write asked for, as far as it is shown: a part is masked. */
  AS_REQUESTED_WHERE_SHOWN,
  /** The state is as it was before. */
  AS_BEFORE,
  /** As far as it is shown, the state is as it was before and also as the write asked for: the difference is masked. */
  AS_BEFORE_WHERE_SHOWN,
  /** Microsoft Graph does not show what the write changes. */
  HIDDEN,
  /** The state is neither as before nor as the write asked for: somebody else changed it. */
  CHANGED_BY_OTHERS,
}
