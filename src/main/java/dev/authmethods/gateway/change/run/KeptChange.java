package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.Confirmation;
import dev.authmethods.gateway.change.Effect;
import dev.authmethods.gateway.change.SecretState;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The part of a {@link ChangeResult} that an idempotency key keeps: every method masked, and no secret. */
record KeptChange(
  @Nullable UserKey user,
  @Nullable UserResource method,
  @Nullable UserResource previous,
  @Nullable Effect effect,
  @Nullable SecretState secretState,
  @Nullable Confirmation confirmation,
  List<ExpectedError> errors
) {
  /**
   * The part to keep.
   *
   * @param id the user's object id, if it is known: when the mutation is repeated, somebody else may have the name, but
   *           the result is still about this user
   */
  @SuppressWarnings("unchecked") // The errors of a change show methods of its kind.
  static <M extends UserResource> KeptChange of(
    ChangeResult<M> result,
    UnaryOperator<M> masked,
    @Nullable ObjectId id
  ) {
    UnaryOperator<UserResource> kept = method -> reachedBy(id, masked.apply((M) method));
    return new KeptChange(
      id == null ? result.user() : id,
      result.method() == null ? null : kept.apply(result.method()),
      result.previous() == null ? null : kept.apply(result.previous()),
      result.effect(),
      result.secretState(),
      result.confirmation(),
      result
        .errors()
        .stream()
        .map(error -> error.withMethods(method -> (AuthenticationMethod) kept.apply(method)))
        .toList()
    );
  }

  private static UserResource reachedBy(@Nullable ObjectId id, UserResource method) {
    return id == null ? method : method.reachedBy(id);
  }

  /** The result for a client that repeats the mutation. */
  @SuppressWarnings("unchecked") // The methods are of the same mutation, and so of the same kind.
  <M extends UserResource> ChangeResult<M> replayed() {
    var state = secretState == null ? null : secretState.repeated();
    return new ChangeResult<>(user, (M) method, (M) previous, effect, null, state, confirmation, errors, true, null);
  }
}
