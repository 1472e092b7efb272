package dev.authmethods.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Which answers are right: those without errors that show as many phones as there should be. */
final class Expectation {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern PHONE = Pattern.compile(Pattern.quote("\"phoneNumber\":\"" + GraphStub.NUMBER + "\""));

  private final int phones;
  private byte[] right = {};

  Expectation(int phones) {
    this.phones = phones;
  }

  /** Answers are the same again and again: most are only compared with the last right one, to save the machine. */
  boolean isMetBy(byte[] answer) {
    if (Arrays.equals(answer, right)) {
      return true;
    }
    if (!isRight(answer)) {
      return false;
    }
    right = answer;
    return true;
  }

  private boolean isRight(byte[] answer) {
    try {
      var json = JSON.readTree(answer);
      return json.path("data").isObject() && !json.has("errors") && phonesIn(answer) == phones;
    } catch (JacksonException _) {
      return false;
    }
  }

  private static long phonesIn(byte[] answer) {
    return PHONE.matcher(new String(answer, UTF_8)).results().count();
  }
}
