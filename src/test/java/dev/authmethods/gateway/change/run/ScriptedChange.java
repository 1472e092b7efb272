package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.EntraMethods;
import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.entra.MethodPermissions;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a phone as kinds to come make theirs: its answers are those that a test says. */
final class ScriptedChange implements Change<PhoneMethod> {

  static final Operation OPERATION = Operation.write(
    "scriptedChange",
    ExpectedError.class,
    MethodPermissions.toWrite("Phone")
  );

  final Deque<Supplier<Written<PhoneMethod>>> answers = new ArrayDeque<>();
  int writes;
  private final ScriptedPhones phones;
  private final Operation operation;
  private final Input input;

  record Input(
    UserRef user,
    boolean validateOnly,
    @Nullable String idempotencyKey,
    @Nullable String clientMutationId
  ) implements ChangeInput {}

  ScriptedChange(ScriptedPhones phones, Operation operation, Input input) {
    this.phones = phones;
    this.operation = operation;
    this.input = input;
  }

  @Override
  public Operation operation() {
    return operation;
  }

  @Override
  public EntraMethods<PhoneMethod> methods() {
    return phones;
  }

  @Override
  public ChangeInput input() {
    return input;
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }

  @Override
  public List<ExpectedError> stateErrors(List<PhoneMethod> existing) {
    return List.of();
  }

  @Override
  public List<ExpectedError> conflictErrors(List<PhoneMethod> existing) {
    return List.of();
  }

  @Override
  public String subject() {
    return "scripted";
  }

  @Override
  public Optional<PhoneMethod> find(List<PhoneMethod> existing) {
    return existing.stream().findFirst();
  }

  @Override
  public String fingerprint(PhoneMethod method) {
    return String.valueOf(method.phoneType());
  }

  @Override
  public Match match(List<PhoneMethod> existing) {
    return Match.of(existing.stream().anyMatch(phone -> phone.phoneType() == PhoneType.MOBILE));
  }

  @Override
  public Written<PhoneMethod> write(RequestContext call, UserKey user) {
    writes++;
    return Objects.requireNonNull(answers.poll(), "written too often").get();
  }
}
