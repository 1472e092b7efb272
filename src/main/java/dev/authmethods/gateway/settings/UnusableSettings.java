package dev.authmethods.gateway.settings;

import java.util.List;

/** Settings are missing, cannot be right, contradict each other, or name a file that cannot be used. */
public final class UnusableSettings extends RuntimeException {

  private static final String HOW_TO_SET =
    "Set these as arguments (--gateway.entra.tenant-id=...), in the environment (GATEWAY_ENTRA_TENANTID=...) or in a" +
    " file. src/docs/settings.md lists every setting. To try the gateway without a tenant, run `mvn spring-boot:run`.";

  private final String effect;
  private final transient List<String> problems;
  private final String remedy;

  /**
   * Settings that the operator mends by setting others.
   *
   * @param effect   a clause on the gateway, such as "The gateway cannot keep idempotency keys"
   * @param problems one for each setting, without its value
   */
  public UnusableSettings(String effect, List<String> problems) {
    this(effect, problems, HOW_TO_SET);
  }

  /** Settings that the operator mends in another way. */
  public UnusableSettings(String effect, List<String> problems, String remedy) {
    super(String.join("; ", problems));
    this.effect = effect;
    this.problems = problems;
    this.remedy = remedy;
  }

  String effect() {
    return effect;
  }

  List<String> problems() {
    return problems;
  }

  String remedy() {
    return remedy;
  }
}
