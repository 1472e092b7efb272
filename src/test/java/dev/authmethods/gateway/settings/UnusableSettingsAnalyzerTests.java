package dev.authmethods.gateway.settings;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class UnusableSettingsAnalyzerTests {

  private final FailureAnalyzer analyzer = new UnusableSettingsAnalyzer();

  @Test
  void listsEachProblemAndTellsHowToSetSettings() {
    var unusable = new UnusableSettings("The gateway cannot work", List.of("one (missing)", "two (negative)"));
    var analysis = requireNonNull(analyzer.analyze(new IllegalStateException("the start failed", unusable)));
    assertThat(analysis.getDescription()).isEqualTo(
      "The gateway cannot work:\n\n  - one (missing)\n  - two (negative)"
    );
    assertThat(analysis.getAction()).contains("--gateway.entra.tenant-id=", "src/docs/settings.md");
  }

  @Test
  void tellsAnotherRemedyWhereThereIsOne() {
    var unusable = new UnusableSettings("The gateway cannot work", List.of("one"), "Write the file again.");
    var analysis = requireNonNull(analyzer.analyze(unusable));
    assertThat(analysis.getAction()).isEqualTo("Write the file again.");
  }

  @Test
  void isSilentAboutOtherFailures() {
    assertThat(analyzer.analyze(new IllegalStateException("another"))).isNull();
  }

  @Test
  void isTheOnlyAnalyzerOfTheGateway() {
    var analyzers = SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, (_, _, _) -> {});
    assertThat(analyzers)
      .filteredOn(found -> found.getClass().getName().startsWith("dev.authmethods."))
      .hasExactlyElementsOfTypes(UnusableSettingsAnalyzer.class);
  }
}
