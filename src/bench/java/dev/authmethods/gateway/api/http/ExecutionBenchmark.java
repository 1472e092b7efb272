package dev.authmethods.gateway.api.http;

import static java.util.Objects.requireNonNull;

import dev.authmethods.bench.Documents;
import dev.authmethods.bench.GatewaySettings;
import dev.authmethods.bench.Tokens;
import dev.authmethods.bench.Upstream;
import dev.authmethods.gateway.GatewayApplication;
import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.Callers;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.api.execution.RequestExecutor;
import dev.authmethods.gateway.api.request.GraphQlRequest;
import dev.authmethods.gateway.api.request.MemoryBudget;
import dev.authmethods.gateway.api.request.RequestMemory;
import dev.authmethods.gateway.api.request.RequestMethod;
import dev.authmethods.sandbox.Sandbox;
import dev.authmethods.sandbox.SandboxSettings;
import graphql.ExecutionResult;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * One execution of each shape by the gateway as it runs, without its HTTP and without the check of the token; the upstream
 * answers at once, over a connection of the loopback interface.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ExecutionBenchmark {

  /** What is asked. */
  public enum Shape {
    /** A number that is refused. */
    REFUSED_NUMBER,
    /** A phone that is added. */
    ADD,
    /** Users with their phones. */
    LIST_20,
    /** One user with their phones. */
    USER,
    /** The caller. */
    VIEWER;

    Map<String, Object> document() {
      return switch (this) {
        case REFUSED_NUMBER -> Documents.refusedNumber();
        case ADD -> Documents.addPhone();
        case LIST_20 -> Documents.users(20);
        case USER -> Documents.user();
        case VIEWER -> Documents.viewer();
      };
    }
  }

  /** What is asked. */
  @Param
  public Shape shape = Shape.VIEWER;

  private @Nullable Sandbox login;
  private @Nullable Upstream upstream;
  private @Nullable ConfigurableApplicationContext gateway;
  private @Nullable RequestExecutor executions;
  private @Nullable Caller caller;
  private final MemoryBudget requests = new MemoryBudget(
    GraphQlEndpoint.REQUESTS_BYTES,
    GraphQlEndpoint.REQUESTS_BYTES
  );
  private byte[] body = {};

  /** Starts all of it, and sees that the answer is right. */
  @Setup
  public void start() {
    body = new JsonMapper().writeValueAsBytes(shape.document());
    login = Sandbox.start(SandboxSettings.onFreePorts());
    upstream = Upstream.open(0);
    var settings = GatewaySettings.of(login, upstream, 0).toArray(String[]::new);
    gateway = SpringApplication.run(GatewayApplication.class, settings);
    executions = gateway.getBean(RequestExecutor.class);
    caller = gateway
      .getBean(Callers.class)
      .of(List.of("Bearer " + Tokens.of(login)))
      .block();
    if (!execute().getErrors().isEmpty()) {
      throw new IllegalStateException("The answer has errors");
    }
  }

  /** From the body of the request to the data. */
  @Benchmark
  public ExecutionResult execute() {
    var call = new RequestContext(requireNonNull(caller), Instant.now().plusSeconds(15));
    var memory = new RequestMemory(requests);
    var result = requireNonNull(executions)
      .execute(() -> GraphQlRequest.of(RequestMethod.POST, body), call, memory, Locale.ENGLISH)
      .doFinally(_ -> memory.release())
      .block();
    return requireNonNull(result).result();
  }

  /** Ends all of it. */
  @TearDown
  public void stop() {
    requireNonNull(gateway).close();
    requireNonNull(upstream).close();
    requireNonNull(login).close();
  }
}
