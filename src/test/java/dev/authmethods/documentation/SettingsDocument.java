package dev.authmethods.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The settings, from the metadata that the compiler collects from the records that hold them and their docstrings. */
final class SettingsDocument {

  private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");

  private SettingsDocument() {}

  static GeneratedPart part() throws IOException {
    var properties = new ObjectMapper().readTree(Files.readString(METADATA)).get("properties");
    Map<String, List<JsonNode>> groups = StreamSupport.stream(properties.spliterator(), false)
      .sorted(Comparator.comparing(SettingsDocument::name))
      .collect(Collectors.groupingBy(SettingsDocument::group, TreeMap::new, Collectors.toList()));
    var text = groups
      .entrySet()
      .stream()
      .map(group -> "## `%s`\n\n%s".formatted(group.getKey(), table(group.getValue())))
      .collect(Collectors.joining("\n"));
    return new GeneratedPart(Path.of("src/docs/settings.md"), "settings", text);
  }

  private static String table(List<JsonNode> properties) {
    var table = new Table("setting", "default", "meaning");
    properties.forEach(property -> table.row("`" + name(property) + "`", preset(property), description(property)));
    return table.toString();
  }

  private static String name(JsonNode property) {
    return property.get("name").asString();
  }

  private static String group(JsonNode property) {
    var parts = name(property).split("\\.", -1);
    return parts[0].equals("gateway") ? parts[0] + "." + parts[1] : "Spring Boot's own";
  }

  private static String preset(JsonNode property) {
    var value = property.path("defaultValue");
    return value.isMissingNode() || (value.isEmpty() && value.isContainer()) || value.asString("-").isEmpty()
      ? ""
      : "`" + value.asString() + "`";
  }

  private static String description(JsonNode property) {
    return property.path("description").asString("").replaceAll("\\{@code ([^}]*)}", "`$1`").replace("|", "\\|");
  }
}
