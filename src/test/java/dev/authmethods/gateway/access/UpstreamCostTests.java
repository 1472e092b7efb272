package dev.authmethods.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UpstreamCostTests {

  private final UpstreamCost cost = new UpstreamCost();

  @Test
  void isNothingAtFirst() {
    var none = cost.summary();
    assertThat(none.calls()).isZero();
    assertThat(none.waves()).isZero();
    assertThat(none.time()).isZero();
  }

  @Test
  void countsTheItemsOfBatchesAndOneForOtherCalls() {
    cost.begin();
    cost.beginBatch(20);
    cost.beginBatch(3);
    assertThat(cost.summary().calls()).isEqualTo(3);
    assertThat(cost.summary().items()).isEqualTo(24);
    assertThat(cost.summary().batchSizes()).containsExactly(20, 3);
  }

  @Test
  void countsAWaveWhenNothingIsUnderWay() {
    cost.begin();
    cost.begin();
    cost.end();
    cost.beginBatch(2);
    cost.end();
    cost.end();
    assertThat(cost.summary().waves()).isEqualTo(1);
    cost.begin();
    assertThat(cost.summary().waves()).isEqualTo(2);
  }

  @Test
  void addsUpTheTimeDuringWhichSomethingIsUnderWay() {
    cost.begin();
    assertThat(cost.summary().time()).isPositive();
    cost.end();
    assertThat(cost.summary().time()).isPositive().isEqualTo(cost.summary().time()).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void remembersSoManySizesOnly() {
    IntStream.range(0, 1_001).forEach(_ -> cost.beginBatch(1));
    assertThat(cost.summary().batchSizes()).hasSize(1_000);
    assertThat(cost.summary().items()).isEqualTo(1_001);
  }
}
