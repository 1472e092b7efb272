package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The rules for adding a phone, all of them but the number's form: what stands against it, and what the user has. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PhoneRulesBenchmark {

  private static final ObjectId USER = new ObjectId("00000000-0000-0000-0000-000000000001");
  private static final Caller CALLER = new Caller(
    new ObjectId("00000000-0000-0000-0000-000000000002"),
    "00000000-0000-0000-0000-000000000003",
    "avery@contoso.com",
    List.of(DirectoryRole.AUTHENTICATION_ADMINISTRATOR.templateId()),
    false,
    null,
    "token",
    Instant.MAX
  );
  private static final List<PhoneMethod> HELD = List.of(held(PhoneType.MOBILE), held(PhoneType.OFFICE));

  /** In whose name the gateway acts: other rules count. */
  @Param
  public ActingAs actingAs = ActingAs.CALLER;

  private AccessPolicy policy = policy(actingAs);

  /** Once for each way to act. */
  @Setup
  public void prepare() {
    policy = policy(actingAs);
  }

  /** Whether the caller may. */
  @Benchmark
  public Object access() {
    return policy.errors(CALLER, USER, AddPhoneMethod.OPERATION, false);
  }

  /** Whether the user's phones allow another: a rule is broken. */
  @Benchmark
  public Object stateThatRefuses() {
    return AddPhoneMethod.stateErrors(PhoneType.MOBILE, HELD);
  }

  /** Whether the user's phones allow another: all rules are kept. */
  @Benchmark
  public Object stateThatAllows() {
    return AddPhoneMethod.stateErrors(PhoneType.ALTERNATE_MOBILE, HELD);
  }

  private static AccessPolicy policy(ActingAs actingAs) {
    return new AccessPolicy(NationalCloud.GLOBAL, actingAs);
  }

  private static PhoneMethod held(PhoneType type) {
    return new PhoneMethod(USER, type.methodId(), null, "+1 2065550120", type, SmsSignInState.NOT_ENABLED);
  }
}
