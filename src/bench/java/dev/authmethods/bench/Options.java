package dev.authmethods.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be said on the command line; {@code --help} tells it. */
final class Options {

  private static final JsonMapper JSON = new JsonMapper();

  private final OptionParser parser = new OptionParser();
  private final OptionSet given;

  private Options(String[] args) {
    number("rounds", "how often each scenario is measured; medians are shown", 3);
    number("seconds", "how long each time", 5);
    number("starts", "how often the gateway is started to time that, in each way there is", 3);
    number("upstream-port", "where the upstream listens, for peers that are pointed at it; 0 is any free port", 0);
    text("only", "names of scenarios, with commas between").withValuesSeparatedBy(',');
    text("command", "how to start the gateway, without its settings, such as \"java -Xmx256m -jar x.jar\"");
    text("peer", "name=url of another GraphQL endpoint to measure beside, started by you; can be repeated");
    text("documents", "name=file of a peer: a JSON object from scenario to the body of its requests");
    parser.accepts("help", "this text").forHelp();
    given = parser.parse(args);
  }

  static Options of(String... args) {
    return new Options(args);
  }

  boolean help() {
    return given.has("help");
  }

  void printHelp() throws IOException {
    parser.printHelpOn(System.out);
  }

  int rounds() {
    return (int) given.valueOf("rounds");
  }

  Duration time() {
    return Duration.ofSeconds((int) given.valueOf("seconds"));
  }

  int starts() {
    return (int) given.valueOf("starts");
  }

  int upstreamPort() {
    return (int) given.valueOf("upstream-port");
  }

  List<Scenario> scenarios() {
    var names = given.valuesOf("only");
    var known = Scenario.ALL.stream().map(Scenario::name).toList();
    if (!known.containsAll(names)) {
      throw new IllegalArgumentException("The scenarios are " + String.join(", ", known));
    }
    return Scenario.ALL.stream()
      .filter(scenario -> names.isEmpty() || names.contains(scenario.name()))
      .toList();
  }

  GatewayCommand command() {
    var command = (@Nullable String) given.valueOf("command");
    return command == null ? GatewayCommand.built() : GatewayCommand.of(command);
  }

  /** The peers, who are sent the same token as the gateway. */
  List<Target> peers(String token) {
    var documents = pairs("documents");
    return pairs("peer")
      .entrySet()
      .stream()
      .map(peer -> new Target(peer.getKey(), URI.create(peer.getValue()), token, read(documents.get(peer.getKey()))))
      .toList();
  }

  private Map<String, String> pairs(String option) {
    var pairs = new HashMap<String, String>();
    for (var pair : given.valuesOf(option)) {
      var parts = pair.toString().split("=", 2);
      if (parts.length < 2) {
        throw new IllegalArgumentException("--" + option + " wants name=…");
      }
      pairs.put(parts[0], parts[1]);
    }
    return pairs;
  }

  private static Map<String, String> read(@Nullable String file) {
    if (file == null) {
      return Map.of();
    }
    try {
      var bodies = new HashMap<String, String>();
      JSON.readTree(Files.readString(Path.of(file)))
        .properties()
        .forEach(body -> bodies.put(body.getKey(), text(body.getValue())));
      return bodies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(JsonNode body) {
    return body.isString() ? body.stringValue() : body.toString();
  }

  private void number(String name, String meaning, int otherwise) {
    parser.accepts(name, meaning).withRequiredArg().ofType(Integer.class).defaultsTo(otherwise);
  }

  private joptsimple.ArgumentAcceptingOptionSpec<String> text(String name, String meaning) {
    return parser.accepts(name, meaning).withRequiredArg();
  }
}
