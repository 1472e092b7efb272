package dev.authmethods.sandbox.graph;

import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.directory.GraphCloud;
import dev.authmethods.sandbox.directory.Role;
import dev.authmethods.sandbox.fault.ConcurrentEdit;
import dev.authmethods.sandbox.fault.Fault;
import dev.authmethods.sandbox.http.Delivery;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import java.util.Set;
import java.util.function.Supplier;

/** A privileged administrator who acts while others do: by all rules of the service, but no fault befalls them. */
final class SecondAdmin {

  private static final GraphCaller CALLER = new GraphCaller(
    GraphCloud.GLOBAL,
    "second-admin",
    true,
    Set.of("User.RevokeSessions.All", "UserAuthenticationMethod.ReadWrite.All"),
    Set.of(Role.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR),
    false
  );

  private final Resources resources;

  SecondAdmin(Resources resources) {
    this.resources = resources;
  }

  /** The work with what this administrator does just before or just after it. */
  Supplier<Delivery> amid(Fault fault, Supplier<Delivery> work) {
    var meanwhile = fault.meanwhile();
    return meanwhile == null ? work : () -> around(meanwhile, work);
  }

  private Delivery around(ConcurrentEdit meanwhile, Supplier<Delivery> work) {
    if (meanwhile.when() == ConcurrentEdit.When.BEFORE) {
      act(meanwhile.call());
    }
    var done = work.get();
    if (meanwhile.when() == ConcurrentEdit.When.AFTER) {
      act(meanwhile.call());
    }
    return done;
  }

  private void act(HttpCall call) {
    try {
      var _ = resources.answer(CALLER, call);
    } catch (GraphError _) {
      // Refused like anybody's: then nothing has happened meanwhile.
    }
  }
}
