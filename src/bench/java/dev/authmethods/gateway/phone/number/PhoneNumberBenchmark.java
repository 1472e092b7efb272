package dev.authmethods.gateway.phone.number;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading a number: two that are right, and one for each way to be refused that differs in what is looked at. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PhoneNumberBenchmark {

  /** What is read. */
  @Param({ "+1 2065550120", "+49 3012345678x12", "2065550120", "+12065550120", "+1 (206) 555-0120", "+999 2065550120" })
  public String text = "";

  /** From the text to the number or the reason. */
  @Benchmark
  public Object read() {
    return PhoneNumber.read(text);
  }
}
