package dev.authmethods.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults still to be shown, oldest first. */
public final class Faults {

  private final List<Pending> pending = new ArrayList<>();

  /** A fault with the rest of its numbers. */
  private static final class Pending {

    private final Fault fault;
    private int skip;
    private int times;

    Pending(Fault fault) {
      this.fault = fault;
      this.skip = fault.skip();
      this.times = fault.timesOrOnce();
    }

    boolean isDue() {
      return skip == 0;
    }
  }

  public synchronized void add(Fault fault) {
    if (fault.timesOrOnce() > 0) {
      pending.add(new Pending(fault));
    }
  }

  public synchronized void clear() {
    pending.clear();
  }

  /** Takes the first fault that fits the call and is due; each fault that is not has one call less to let pass. */
  public synchronized Optional<Fault> next(Fault.Target target, String method, String path) {
    var fitting = pending
      .stream()
      .filter(each -> each.fault.fits(target, method, path))
      .toList();
    var due = fitting.stream().filter(Pending::isDue).findFirst();
    fitting
      .stream()
      .filter(each -> !each.isDue())
      .forEach(each -> each.skip--);
    return due.map(this::shown);
  }

  private Fault shown(Pending due) {
    due.times--;
    if (due.times == 0) {
      pending.remove(due);
    }
    return due.fault;
  }
}
