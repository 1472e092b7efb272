package dev.authmethods.gateway.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Memory that many share is never more than there is, and nobody has all of it. */
class MemoryBudgetTests {

  private final MemoryBudget budget = new MemoryBudget(100, 60);

  @Test
  void oneHolderHasNoMoreThanItsShare() {
    assertThat(budget.take("one", 60)).isTrue();
    assertThat(budget.take("one", 1)).isFalse();
    assertThat(budget.take("other", 40)).isTrue();
  }

  @Test
  void allTogetherHaveNoMoreThanThereIs() {
    assertThat(IntStream.range(0, 20).filter(holder -> budget.take(holder, 10))).hasSize(10);
    assertThat(budget.taken()).isEqualTo(100);
  }

  @Test
  void memoryThatIsGivenBackCanBeTakenAgainAndHoldersAreForgotten() {
    assertThat(budget.take("one", 60)).isTrue();
    assertThat(budget.take("one", 60)).isFalse();
    budget.giveBack("one", 60);
    assertThat(budget.taken()).isZero();
    assertThat(budget.holders()).isZero();
    assertThat(budget.take("one", 60)).isTrue();
  }

  @Test
  void aRequestGivesBackWhatItHeldWhenTheLastHasDoneWithIt() {
    var large = new MemoryBudget(1_000_000, 1_000_000);
    var memory = new RequestMemory(large);
    memory.belongsTo("caller");
    memory.hold(RequestMemory.FREE_BYTES);
    assertThat(large.taken()).isZero();
    memory.share();
    memory.hold(1_000);
    memory.release();
    assertThat(large.taken()).isEqualTo(1_000);
    assertThatThrownBy(() -> memory.hold(1_000_000)).isInstanceOf(Overload.class);
    memory.release();
    memory.hold(1_000);
    assertThat(large.taken()).isZero();
  }
}
