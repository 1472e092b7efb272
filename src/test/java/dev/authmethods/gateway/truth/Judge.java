package dev.authmethods.gateway.truth;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds an answer against what really happened. */
final class Judge {

  /** What these say of the phones was so when they were read. */
  private static final Set<String> STATEMENTS = Set.of(
    "PhoneTypeAlreadyRegisteredError",
    "PhoneMethodNotFoundError",
    "PhoneMethodChangedError",
    "MobilePhoneRequiredError",
    "MobilePhoneStillNeededError"
  );

  private final Asked asked;
  private final Told told;
  private final Story story;

  Judge(Asked asked, Told told, Story story) {
    this.asked = asked;
    this.told = told;
    this.story = story;
  }

  /** What is not true about it; empty when all is. */
  Optional<String> objection() {
    return isMadeTwice() ? Optional.of("WRONG: made twice") : untruth();
  }

  /** Where nobody else has acted, a key changes something once. */
  private boolean isMadeTwice() {
    return story.changes().stream().allMatch(asked::isOf) && story.effects(asked::isOf) > 1;
  }

  private Optional<String> untruth() {
    if (told.isSuccess()) {
      return success();
    }
    if (told.isUnknown()) {
      return Optional.empty();
    }
    if (!told.isPayload() && !told.isChallenge()) {
      return Optional.of("WRONG: no answer");
    }
    return STATEMENTS.contains(told.error()) ? statement() : nothing();
  }

  private Optional<String> success() {
    if (!isMade() && !(told.confirmation().startsWith("READ_BACK") && was(asked::isAsked))) {
      return Optional.of("WRONG: it was not made");
    }
    var shown = asked.deed() == Deed.DELETE || was(this::isShown);
    return shown ? Optional.empty() : Optional.of("WRONG: the phone was never so");
  }

  private boolean isMade() {
    return story.changes().stream().anyMatch(asked::isMadeBy);
  }

  private boolean isShown(Map<PhoneKind, Phone> phones) {
    var phone = phone(phones);
    return phone != null && asked.isAsked(phone) && phone.isShownAs(told.phone());
  }

  private Optional<String> nothing() {
    return story.changes().stream().anyMatch(asked::isOf)
      ? Optional.of("LOST: it was made, or changed something")
      : Optional.empty();
  }

  private Optional<String> statement() {
    if (!was(this::isSo)) {
      return Optional.of("WRONG: it was never so");
    }
    return story.changes().stream().anyMatch(asked::isOf) && !isOvertaken()
      ? Optional.of("LOST: it was made, and by nobody undone")
      : Optional.empty();
  }

  /** Whether somebody else has changed the phone after it was changed as asked, and before that was answered. */
  private boolean isOvertaken() {
    var last = story
      .changes()
      .stream()
      .filter(change -> change.kind() == asked.kind() && !change.at().isAfter(told.to()))
      .reduce((earlier, later) -> later);
    return last.filter(change -> !asked.isOf(change)).isPresent() && story.changes().stream().noneMatch(this::isLate);
  }

  private boolean isLate(Change change) {
    return asked.isOf(change) && change.at().isAfter(told.to());
  }

  private boolean isSo(Map<PhoneKind, Phone> phones) {
    var phone = phone(phones);
    return switch (told.error()) {
      case "PhoneTypeAlreadyRegisteredError" -> phone != null && isExisting(phone);
      case "PhoneMethodNotFoundError" -> phone == null;
      case "PhoneMethodChangedError" -> phone != null &&
        !asked.isAsked(phone) &&
        phone.isShownAs(told.detail("current"));
      case "MobilePhoneRequiredError" -> !phones.containsKey(PhoneKind.MOBILE);
      default -> phones.containsKey(PhoneKind.ALTERNATE_MOBILE);
    };
  }

  private boolean isExisting(Phone phone) {
    return phone.isShownAs(told.detail("existing")) && isRightlyCalledSame(phone, told.detail("sameNumber"));
  }

  private boolean isRightlyCalledSame(Phone phone, JsonNode same) {
    return same.isNull() || same.asBoolean() == phone.number().equals(asked.number());
  }

  private boolean was(Predicate<Map<PhoneKind, Phone>> state) {
    return story.had(told.from(), told.to(), state);
  }

  private @Nullable Phone phone(Map<PhoneKind, Phone> phones) {
    return new HashMap<>(phones).get(asked.kind());
  }
}
