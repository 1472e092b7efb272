package dev.authmethods.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults still to be shown, oldest first. */
final class Faults {

  private final List<Fault> pending = new ArrayList<>();

  synchronized void add(Fault fault) {
    for (int time = 0; time < fault.timesOrOnce(); time++) {
      pending.add(fault);
    }
  }

  synchronized void clear() {
    pending.clear();
  }

  /** Takes the first fault that fits the call. */
  synchronized Optional<Fault> next(Fault.Target target, String method, String path) {
    var fitting = pending
      .stream()
      .filter(fault -> fault.fits(target, method, path))
      .findFirst();
    fitting.ifPresent(pending::remove);
    return fitting;
  }
}
