package dev.authmethods.training;

import dev.authmethods.sandbox.Sandbox;
import dev.authmethods.sandbox.SandboxSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Lays the packaged gateway out to start fast: runs it in front of a sandbox, asks it everything many times, and lets the JDK
 * write down which classes were loaded and which methods were hot. Source: JEP 483, 514 and 515.
 */
public final class Training {

  private static final int ROUNDS = 150;
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
  /** A process cannot be asked to end there, and only one that ends by itself writes a cache. */
  private static final boolean WINDOWS = File.separatorChar == '\\';

  private Training() {}

  /**
   * Does nothing on Windows, and when the same jar was trained with on the same JDK before.
   *
   * @param args the jar; the directory to lay it out in; the file of arguments for {@code java}; the directory of the examples
   */
  public static void main(String[] args) throws IOException {
    if (WINDOWS) {
      return;
    }
    var installation = new Installation(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    if (installation.isTrained()) {
      return;
    }
    installation.layOut();
    try (var sandbox = Sandbox.start(SandboxSettings.onFreePorts())) {
      train(installation, sandbox, Path.of(args[3]));
    }
    installation.remember();
  }

  private static void train(Installation installation, Sandbox sandbox, Path examples) throws IOException {
    try (var gateway = TrainedGateway.start(installation, sandbox)) {
      var lessons = new WarmUpRequests(gateway.origin(), sandbox.control(), examples);
      var end = Instant.now().plus(LONG_ENOUGH);
      for (int round = 0; round == 0 || (round < ROUNDS && Instant.now().isBefore(end)); round++) {
        lessons.teach();
      }
      gateway.finish();
    }
  }
}
