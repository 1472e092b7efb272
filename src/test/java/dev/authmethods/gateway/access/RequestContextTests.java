package dev.authmethods.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.method.ObjectId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RequestContextTests {

  private final RequestContext call = new RequestContext(
    new Caller(
      new ObjectId("10000000-0000-4000-8000-000000000001"),
      "t",
      null,
      List.of(),
      false,
      null,
      "token",
      Instant.MAX
    ),
    Instant.now().plusSeconds(15)
  );
  private final CompletableFuture<String> work = new CompletableFuture<>();

  @Nested
  class AbandonedByItsClient {

    @Test
    void cancelsWhatWasBegun() {
      call.begin(work);
      call.abandon();
      assertThat(call.isAbandoned()).isTrue();
      assertThat(work).isCancelled();
    }

    @Test
    void cancelsWhatIsBegunLater() {
      call.abandon();
      call.begin(work);
      assertThat(work).isCancelled();
    }

    @Test
    void leavesAloneWhatHasEnded() {
      call.begin(work);
      work.complete("done");
      call.begin(new CompletableFuture<>());
      call.abandon();
      assertThat(work).isCompletedWithValue("done");
    }
  }

  @Nested
  class Unattended {

    @Test
    void isTheSameCall() {
      var finishing = call.unattended();
      assertThat(finishing.caller()).isSameAs(call.caller());
      assertThat(finishing.deadline()).isSameAs(call.deadline());
      assertThat(finishing.wrote()).isSameAs(call.wrote());
      assertThat(finishing.upstream()).isSameAs(call.upstream());
      assertThat(finishing.unattended()).isSameAs(finishing);
    }

    @Test
    void isNeverAbandoned() {
      call.abandon();
      var finishing = call.unattended();
      finishing.abandon();
      finishing.begin(work);
      assertThat(finishing.isAbandoned()).isFalse();
      assertThat(work).isNotDone();
    }
  }
}
