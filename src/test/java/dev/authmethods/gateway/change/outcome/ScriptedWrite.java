package dev.authmethods.gateway.change.outcome;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** A write whose answers are known beforehand; what is not, is not asked for. Its states are what they say about it. */
final class ScriptedWrite implements Write<Observation, String> {

  /** What is asked for, in whose name. */
  record Step(String what, RequestContext by) {}

  /** The code of a refusal that may have been carried out in part. */
  static final String IN_PART = "inPart";

  /** The last wait for what was refused in part. */
  static final Duration WAIT = Duration.ofMillis(40);

  private final Deque<Supplier<String>> answers = new ArrayDeque<>();
  private final Deque<Supplier<Observation>> states = new ArrayDeque<>();
  private final List<Step> steps = new ArrayList<>();

  /** Whether a second sending does no harm. */
  boolean repeatable = true;

  /** The waits for a change that comes some time after it was accepted. */
  List<Duration> lateChangeDelays = List.of();

  /** How often it was told so. */
  int notCarriedOut;

  ScriptedWrite answered(String answer) {
    answers.add(() -> answer);
    return this;
  }

  ScriptedWrite answered(EntraFailure failure) {
    answers.add(() -> {
      throw failure;
    });
    return this;
  }

  ScriptedWrite seen(Observation state) {
    states.add(() -> state);
    return this;
  }

  ScriptedWrite seen(Runnable meanwhile, Observation state) {
    states.add(() -> {
      meanwhile.run();
      return state;
    });
    return this;
  }

  ScriptedWrite unseen(EntraFailure failure) {
    states.add(() -> {
      throw failure;
    });
    return this;
  }

  @Override
  public String send(RequestContext call) {
    steps.add(new Step("send", call));
    return Objects.requireNonNull(answers.poll(), "sent too often").get();
  }

  @Override
  public Observation read(RequestContext call) {
    steps.add(new Step("read", call));
    return Objects.requireNonNull(states.poll(), "read too often").get();
  }

  @Override
  public boolean isRepeatable() {
    return repeatable;
  }

  @Override
  public boolean canBeSent(RequestContext call, Duration after) {
    return after.compareTo(call.remaining()) < 0;
  }

  @Override
  public boolean mayBeAppliedDespite(EntraFailure.Refused refused) {
    return refused.code().equals(IN_PART);
  }

  @Override
  public List<Duration> readBackDelays() {
    return List.of(Duration.ZERO, WAIT);
  }

  @Override
  public List<Duration> lateChangeDelays() {
    return lateChangeDelays;
  }

  @Override
  public void onNotApplied() {
    notCarriedOut++;
  }

  @Override
  public Observation observe(Observation state) {
    return state;
  }

  List<String> steps() {
    return steps.stream().map(Step::what).toList();
  }

  /** Those that end when the client goes away. */
  List<String> stepsForTheClient() {
    return steps
      .stream()
      .filter(step -> step.by() != step.by().unattended())
      .map(Step::what)
      .toList();
  }
}
