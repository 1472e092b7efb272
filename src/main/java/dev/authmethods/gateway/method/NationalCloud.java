package dev.authmethods.gateway.method;

/**
 * Microsoft's clouds; tenants and tokens of one are unknown in the others. Source:
 * https://learn.microsoft.com/graph/deployments
 */
public enum NationalCloud {
  GLOBAL,
  US_GOVERNMENT_L4,
  US_GOVERNMENT_L5,
  CHINA_21VIANET,
}
