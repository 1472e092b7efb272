package dev.authmethods.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The figures as Markdown, written as they come. */
final class Report {

  private static final double MEGABYTE = 1_024 * 1_024;

  void heading(GatewayCommand command, Options options) {
    line("Measured on %s on %s.", LocalDate.now(ZoneOffset.UTC), Machine.description());
    line("`%s`; medians of %d rounds of %d s.", command, options.rounds(), options.time().toSeconds());
  }

  void startsHeading() {
    line("");
    line("| start | until the first answered query | resident memory then |");
    line("| --- | ---: | ---: |");
  }

  void start(String way, List<Start> starts) {
    var seconds = Figures.median(starts, start -> start.took().toMillis() / 1e3);
    line("| %s | %.2f s | %s |", way, seconds, memory(starts.getLast().memory()));
  }

  void scenariosHeading() {
    line("");
    line("| scenario | target | ops/s | p50 ms | p99 ms | upstream calls/op | items/op | errors |");
    line("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
  }

  void scenario(Scenario scenario, Target target, Figures median) {
    line(
      "| %s | %s | %,.0f | %.2f | %.2f | %.2f | %.2f | %s |",
      scenario.name(),
      target.name(),
      median.perSecond(),
      median.p50(),
      median.p99(),
      median.calls(),
      median.items(),
      median.errors()
    );
  }

  void memoryAfterLoad(OptionalLong memory) {
    line("");
    line("Resident memory of the gateway after the load: %s.", memory(memory));
  }

  private static String memory(OptionalLong bytes) {
    return bytes.isEmpty() ? "not known here" : "%.0f MB".formatted(bytes.getAsLong() / MEGABYTE);
  }

  @FormatMethod
  private static void line(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
