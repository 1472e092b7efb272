package dev.authmethods.gateway.removal;

import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The methods of a user at the beginning of a reset, in the order in which Microsoft Graph deletes them. */
record MfaResetPlan(List<Item> items) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * One method.
   *
   * @param mark   by which it is told from another one with the same id: some ids are the same for every method of a kind
   * @param isKept whether it is to stay
   */
  record Item(AuthenticationMethodKind kind, String typeName, String methodId, Mark mark, boolean isKept) {}

  /**
   * Digests of a method.
   *
   * @param text    of its number or address, or of its id
   * @param created of the time of its registration; null when Microsoft Graph did not tell it
   */
  record Mark(String text, @Nullable String created) {
    /** Whether nothing says that it is another method: a time that is not told says nothing. */
    boolean mayBe(Mark other) {
      return text.equals(other.text) && (created == null || other.created == null || created.equals(other.created));
    }
  }

  /** Plans for what the user has now. */
  static MfaResetPlan of(
    List<AuthenticationMethod> existing,
    Predicate<AuthenticationMethod> isKept,
    Function<AuthenticationMethod, Mark> mark
  ) {
    return new MfaResetPlan(
      existing
        .stream()
        .sorted(Comparator.comparingInt(MfaResetPlan::rank))
        .map(method ->
          new Item(
            method.kind(),
            method.getClass().getSimpleName(),
            method.methodId(),
            mark.apply(method),
            isKept.test(method)
          )
        )
        .toList()
    );
  }

  /** A mobile phone can go only after an alternate one. Source: https://learn.microsoft.com/graph/api/phoneauthenticationmethod-delete */
  private static int rank(AuthenticationMethod method) {
    return method instanceof PhoneMethod phone ? (phone.phoneType() == PhoneType.MOBILE ? 1 : 0) : 2;
  }

  static MfaResetPlan read(String text) {
    return JSON.readValue(text, MfaResetPlan.class);
  }

  String write() {
    return JSON.writeValueAsString(this);
  }
}
