package dev.authmethods.gateway.refusal;

/** The part of a policy that forbids a method. */
public enum PolicyRefusal {
  /** The method is switched off. */
  SWITCHED_OFF,
  /** The user is in none of the groups that may have the method. */
  NOT_INCLUDED,
  /** The user is in a group that may not have the method. */
  EXCLUDED,
  /** Microsoft Graph refused it, and nothing tells which part of the policy forbids it. */
  UNKNOWN,
}
