package dev.authmethods.bench;

import java.util.List;

/** A gateway that is stopped, killed and started again, always at the same port. */
final class Instance implements AutoCloseable {

  private final String name;
  private final GatewayCommand command;
  private final List<String> settings;
  private final int port;
  private int starts;
  private GatewayProcess process;

  private Instance(String name, GatewayCommand command, List<String> settings, int port) {
    this.name = name;
    this.command = command;
    this.settings = settings;
    this.port = port;
    this.process = launch();
  }

  /** Starts it with settings that name its port; does not wait until it answers. */
  static Instance start(String name, GatewayCommand command, List<String> settings, int port) {
    return new Instance(name, command, settings, port);
  }

  private GatewayProcess launch() {
    return GatewayProcess.start(command.with(settings), command.directory(), name + "-start-" + ++starts);
  }

  int port() {
    return port;
  }

  GatewayProcess process() {
    return process;
  }

  /** Asks it to end, waits until it has, and starts it again. */
  void restart() {
    process.close();
    process = launch();
  }

  /** Ends it without warning. */
  void kill() {
    process.kill();
    Patience.until("The gateway has ended", () -> !process.isAlive());
  }

  @Override
  public void close() {
    process.close();
  }
}
