package dev.authmethods.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class KeyRecordsTests {

  private static final Instant UNTIL = Instant.parse("2026-11-23T10:15:30.123456789Z");

  @ParameterizedTest
  @EnumSource
  void areReadAsTheyWereWritten(KeyRecord.State state) {
    var result = JsonMapper.shared().valueToTree(Map.of("a", "b"));
    var entry = new KeyRecord(state, "fingerprint", "owner", UNTIL, "before", UNTIL, result);
    assertThat(KeyRecords.read(KeyRecords.write(entry))).isEqualTo(entry);
  }

  @Test
  void areReadAsTheyWereWrittenWithoutAResult() {
    var text = KeyRecords.write(KeyRecord.reserved("fingerprint", "owner", UNTIL));
    var read = Objects.requireNonNull(KeyRecords.read(text));
    assertThat(KeyRecords.write(read)).isEqualTo(text);
  }

  @Test
  void areReadWithWhatALaterVersionAdds() {
    var text = KeyRecords.write(KeyRecord.reserved("fingerprint", "owner", UNTIL)).replaceFirst(
      "\\{",
      "{\"later\": 1,"
    );
    assertThat(KeyRecords.read(text)).extracting(KeyRecord::fingerprint).isEqualTo("fingerprint");
  }

  @ParameterizedTest
  @ValueSource(strings = { "", "nonsense", "[]", "1", "{\"state\": \"LATER\"}", "{\"until\": \"soon\"}" })
  void areNotReadFromOtherTexts(String text) {
    assertThat(KeyRecords.read(text)).isNull();
  }
}
