package dev.authmethods.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Which answers are right: those without errors that show something as often as they should. */
final class Expectation {

  private static final JsonMapper JSON = new JsonMapper();

  private final Shown shown;
  private byte[] right = {};

  Expectation(Shown shown) {
    this.shown = shown;
  }

  /**
   * What a right answer shows.
   *
   * @param text  matches it once
   * @param times how often
   */
  record Shown(Pattern text, int times) {
    private static final Pattern PHONE = Pattern.compile(Pattern.quote("\"phoneNumber\":\"" + GraphStub.NUMBER + "\""));
    private static final Pattern RESET = Pattern.compile("\"outcome\":\"DELETED\"|\"isComplete\":true");

    static Shown phones(int times) {
      return new Shown(PHONE, times);
    }

    /** A reset that deleted so many methods, and then did all else that was asked for. */
    static Shown reset(int methods) {
      return new Shown(RESET, methods + 1);
    }

    private boolean isIn(byte[] answer) {
      return text.matcher(new String(answer, UTF_8)).results().count() == times;
    }
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
      return json.path("data").isObject() && !json.has("errors") && shown.isIn(answer);
    } catch (JacksonException _) {
      return false;
    }
  }
}
