package dev.authmethods.sandbox;

import dev.authmethods.gateway.GatewayApplication;

/** Starts the sandbox and the gateway in front of it. */
public final class SandboxLauncher {

  private SandboxLauncher() {}

  /** Runs both. */
  public static void main(String[] args) {
    GatewayApplication.main(args);
  }
}
