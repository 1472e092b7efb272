package dev.authmethods.gateway.outcome;

/** What a state that was read says about a write. */
public enum Sight {
  /** It is what was asked for. */
  AS_ASKED,
  /** It is what was asked for as far as can be seen: a part is masked. */
  AS_ASKED_WHERE_SHOWN,
  /** It is as it was before. */
  AS_BEFORE,
  /** It is as it was before as far as can be seen, and so it would be as asked for: the difference is masked. */
  AS_BEFORE_WHERE_SHOWN,
  /** What the write changes cannot be read: it says nothing about the write. */
  NOT_SHOWN,
  /** Neither: somebody else acts as well. */
  OTHERWISE,
}
