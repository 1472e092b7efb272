package dev.authmethods.truth;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds an answer against what really happened. */
final class Verdict {

  /** What these say of the phones was so when they were read. */
  private static final Set<String> STATEMENTS = Set.of(
    "PhoneTypeAlreadyRegisteredError",
    "PhoneMethodNotFoundError",
    "PhoneMethodChangedError",
    "MobilePhoneRequiredError",
    "MobilePhoneStillNeededError"
  );

  private final Request request;
  private final Answer answer;
  private final History history;

  Verdict(Request request, Answer answer, History history) {
    this.request = request;
    this.answer = answer;
    this.history = history;
  }

  /** What is not true about it; empty when all is. */
  Optional<String> objection() {
    return isMadeTwice() ? Optional.of("WRONG: made twice") : untruth();
  }

  /** Where nobody else has acted, a key changes something once. */
  private boolean isMadeTwice() {
    return history.changes().stream().allMatch(request::isOf) && history.effects(request::isOf) > 1;
  }

  private Optional<String> untruth() {
    if (answer.isSuccess()) {
      return success();
    }
    if (answer.isUnknown()) {
      return Optional.empty();
    }
    if (!answer.isPayload() && !answer.isChallenge()) {
      return Optional.of("WRONG: no answer");
    }
    return STATEMENTS.contains(answer.error()) ? statement() : nothing();
  }

  private Optional<String> success() {
    if (!isMade() && !(answer.confirmation().startsWith("READ_BACK") && was(request::isAsked))) {
      return Optional.of("WRONG: it was not made");
    }
    var shown = request.deed() == MutationKind.DELETE || was(this::isShown);
    return shown ? Optional.empty() : Optional.of("WRONG: the phone was never so");
  }

  private boolean isMade() {
    return history.changes().stream().anyMatch(request::isMadeBy);
  }

  private boolean isShown(Map<PhoneKind, Phone> phones) {
    var phone = phone(phones);
    return phone != null && request.isAsked(phone) && phone.isShownAs(answer.phone());
  }

  private Optional<String> nothing() {
    return history.changes().stream().anyMatch(request::isOf)
      ? Optional.of("LOST: it was made, or changed something")
      : Optional.empty();
  }

  private Optional<String> statement() {
    if (!was(this::isSo)) {
      return Optional.of("WRONG: it was never so");
    }
    return history.changes().stream().anyMatch(request::isOf) && !isOvertaken()
      ? Optional.of("LOST: it was made, and by nobody undone")
      : Optional.empty();
  }

  /** Whether somebody else has changed the phone after it was changed as asked, and before that was answered. */
  private boolean isOvertaken() {
    var last = history
      .changes()
      .stream()
      .filter(change -> change.kind() == request.kind() && !change.at().isAfter(answer.to()))
      .reduce((earlier, later) -> later);
    return (
      last.filter(change -> !request.isOf(change)).isPresent() && history.changes().stream().noneMatch(this::isLate)
    );
  }

  private boolean isLate(Change change) {
    return request.isOf(change) && change.at().isAfter(answer.to());
  }

  private boolean isSo(Map<PhoneKind, Phone> phones) {
    var phone = phone(phones);
    return switch (answer.error()) {
      case "PhoneTypeAlreadyRegisteredError" -> phone != null && isExisting(phone);
      case "PhoneMethodNotFoundError" -> phone == null;
      case "PhoneMethodChangedError" -> phone != null &&
        !request.isAsked(phone) &&
        phone.isShownAs(answer.detail("current"));
      case "MobilePhoneRequiredError" -> !phones.containsKey(PhoneKind.MOBILE);
      default -> phones.containsKey(PhoneKind.ALTERNATE_MOBILE);
    };
  }

  private boolean isExisting(Phone phone) {
    return phone.isShownAs(answer.detail("existing")) && isRightlyCalledSame(phone, answer.detail("sameNumber"));
  }

  private boolean isRightlyCalledSame(Phone phone, JsonNode same) {
    return same.isNull() || same.asBoolean() == phone.number().equals(request.number());
  }

  private boolean was(Predicate<Map<PhoneKind, Phone>> state) {
    return history.had(answer.from(), answer.to(), state);
  }

  private @Nullable Phone phone(Map<PhoneKind, Phone> phones) {
    return new HashMap<>(phones).get(request.kind());
  }
}
