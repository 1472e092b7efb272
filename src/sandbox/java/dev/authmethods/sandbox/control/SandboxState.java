package dev.authmethods.sandbox.control;

import dev.authmethods.sandbox.behaviour.GraphSettings;
import dev.authmethods.sandbox.directory.Directory;
import dev.authmethods.sandbox.directory.Passwords;
import dev.authmethods.sandbox.directory.SignInSessions;
import dev.authmethods.sandbox.fault.Faults;
import dev.authmethods.sandbox.fault.LateWork;
import dev.authmethods.sandbox.graph.ThrottleProfile;
import dev.authmethods.sandbox.graph.Throttling;
import dev.authmethods.sandbox.http.CallLog;
import dev.authmethods.sandbox.login.ClientApplication;
import dev.authmethods.sandbox.login.ClientProofs;
import dev.authmethods.sandbox.login.Consent;
import dev.authmethods.sandbox.login.SignInGrants;
import dev.authmethods.sandbox.method.MethodStore;
import dev.authmethods.sandbox.password.ResetOperations;
import java.util.concurrent.atomic.AtomicReference;

/** All that can change while the sandbox runs. */
public record SandboxState(
  Directory directory,
  SignInSessions sessions,
  Passwords passwords,
  ResetOperations resets,
  MethodStore registrations,
  GraphSettings settings,
  AtomicReference<Consent> consent,
  ClientProofs proofs,
  SignInGrants signIns,
  Faults faults,
  LateWork lateWork,
  Throttling throttling,
  CallLog calls,
  CallLog logins
) {
  public static SandboxState seeded() {
    var seed = Seed.sow();
    var settings = new GraphSettings();
    var sessions = new SignInSessions(settings);
    var passwords = new Passwords(settings);
    var directory = new Directory(seed.users(), sessions, passwords);
    var registrations = new MethodStore(seed.registrations());
    Seed.addCurrent(directory, registrations, settings.instant());
    return new SandboxState(
      directory,
      sessions,
      passwords,
      new ResetOperations(settings),
      registrations,
      settings,
      new AtomicReference<>(Consent.DEFAULT),
      new ClientProofs(),
      new SignInGrants(settings, sessions),
      new Faults(),
      new LateWork(),
      new Throttling(),
      new CallLog(),
      new CallLog()
    );
  }

  /** The permissions of an application; only those of the gateway can be changed. */
  public Consent consentOf(ClientApplication client) {
    return client == ClientApplication.GATEWAY ? consent.get() : Consent.DEVELOPER;
  }

  /** Back to the seed; the secret, the registered certificates and the sign-ins stay, because running clients hold on to them. */
  void reset() {
    faults.clear();
    lateWork.cancel();
    throttling.set(ThrottleProfile.NONE);
    registrations.reset();
    sessions.reset();
    passwords.reset();
    resets.reset();
    settings.reset();
    Seed.addCurrent(directory, registrations, settings.instant());
    consent.set(Consent.DEFAULT);
    calls.clear();
    logins.clear();
  }
}
