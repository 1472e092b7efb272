package dev.authmethods.sandbox.http;

/** The fixed identities of the sandbox: its tenant, a foreign one, and the applications. */
public final class Tenant {

  public static final String CONTOSO = "8a1c2f60-5d3e-4b7a-9c41-2f0e6d7b3a15";
  public static final String FABRIKAM = "4e7d9b02-61fa-4c38-8d25-b90c1e5f7a64";
  public static final String GATEWAY = "c7b5e1d4-0f92-4a6b-b83d-5e216f9a7c08";
  public static final String PLAYGROUND = "d2f8a6b3-94c1-4e57-a0d6-718b3c5e9f42";
  public static final String DAEMON = "e9a4c7f1-3b68-4d20-95ae-06c2d8b1f753";
  public static final String DEVELOPER = "5f2a9c1e-7d04-4b83-a6e9-3c8b1d70f264";
  public static final String GRAPH = "00000003-0000-0000-c000-000000000000";
  public static final String DOMAIN = "contoso.com";

  private Tenant() {}
}
