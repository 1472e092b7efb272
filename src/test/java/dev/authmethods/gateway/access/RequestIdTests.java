package dev.authmethods.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The id of a request by the trace of its client. */
class RequestIdTests {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String TRACE_PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  @Test
  void isTheTraceOfTheClientWrittenAsAGuid() {
    assertThat(RequestId.of(List.of(TRACE_PARENT))).isEqualTo("4bf92f35-77b3-4da6-a3ce-929d0e0e4736");
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "",
      "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
      "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
      "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
      "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n",
    }
  )
  void isNewForATraceThatIsNotRight(String traceParent) {
    assertThat(RequestId.of(List.of(traceParent)))
      .doesNotContain("4bf92f35")
      .isNotEqualTo(RequestId.random());
  }

  @Test
  void isNewForSeveralTraces() {
    assertThat(RequestId.of(List.of(TRACE_PARENT, TRACE_PARENT))).doesNotContain("4bf92f35");
  }

  @Test
  void isAnotherGuidForEachRequestWithoutATrace() {
    var first = UUID.fromString(RequestId.of(List.of()));
    assertThat(first.version()).isEqualTo(4);
    assertThat(first.variant()).isEqualTo(2);
    assertThat(UUID.fromString(RequestId.of(List.of()))).isNotEqualTo(first);
  }
}
