package dev.authmethods.gateway.change;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a change.
 *
 * @param user             the user it is about; null when nobody was found, or nobody was looked for
 * @param method           the method after the change; null when there is none, or nothing was changed
 * @param previous         the method that is gone for it; null when there was none, or the gateway has not seen it
 * @param effect           what a change did that sets a method; null when nothing was changed, and for every other change
 * @param secret           the secret that was made; null when there is none, or it cannot be shown
 * @param secretState      the state of the secret; null when none was made
 * @param confirmation     how it is known that the change was made; null when it was not
 * @param errors           why nothing was changed; empty when it was, or would have been
 * @param replayed         whether an earlier request made the change
 * @param clientMutationId as the client sent it
 */
public record ChangeResult<M extends UserResource>(
  @Nullable UserKey user,
  @Nullable M method,
  @Nullable M previous,
  @Nullable Effect effect,
  @Nullable Secret secret,
  @Nullable SecretState secretState,
  @Nullable Confirmation confirmation,
  List<ExpectedError> errors,
  boolean replayed,
  @Nullable String clientMutationId
) {
  /** The result of a change that was made. */
  public static <M extends UserResource> ChangeResult<M> made(
    UserKey user,
    @Nullable M method,
    @Nullable Effect effect,
    Confirmation confirmation
  ) {
    return new ChangeResult<>(user, method, null, effect, null, null, confirmation, List.of(), false, null);
  }

  /** Nothing was changed. Without errors it would have been: the client asked to write nothing. */
  public static <M extends UserResource> ChangeResult<M> unchanged(
    @Nullable UserKey user,
    List<? extends ExpectedError> errors
  ) {
    return new ChangeResult<>(user, null, null, null, null, null, null, List.copyOf(errors), false, null);
  }

  /** The result of a change that this error prevents; its user was not looked for. */
  public static <M extends UserResource> ChangeResult<M> refused(ExpectedError error) {
    return unchanged(null, List.of(error));
  }

  /** Whether the method was changed. */
  public boolean isMade() {
    return confirmation != null;
  }

  /** The same, found out for an earlier request. */
  public ChangeResult<M> asReplayed() {
    return new ChangeResult<>(
      user,
      method,
      previous,
      effect,
      null,
      repeated(),
      confirmation,
      errors,
      true,
      clientMutationId
    );
  }

  private @Nullable SecretState repeated() {
    return secretState == null ? null : secretState.repeated();
  }

  /** The same with a secret; null when it cannot be shown. */
  public ChangeResult<M> withSecret(@Nullable Secret shown, SecretState state) {
    return new ChangeResult<>(
      user,
      method,
      previous,
      effect,
      shown,
      state,
      confirmation,
      errors,
      replayed,
      clientMutationId
    );
  }

  /** The same with the method that is gone for it. */
  public ChangeResult<M> withPrevious(@Nullable M gone) {
    return new ChangeResult<>(
      user,
      method,
      gone,
      effect,
      secret,
      secretState,
      confirmation,
      errors,
      replayed,
      clientMutationId
    );
  }

  /** The same with another state of the method. */
  public ChangeResult<M> withMethod(M other) {
    return new ChangeResult<>(
      user,
      other,
      previous,
      effect,
      secret,
      secretState,
      confirmation,
      errors,
      replayed,
      clientMutationId
    );
  }

  /** The same with these errors instead. */
  public ChangeResult<M> withErrors(List<ExpectedError> others) {
    return new ChangeResult<>(
      user,
      method,
      previous,
      effect,
      secret,
      secretState,
      confirmation,
      others,
      replayed,
      clientMutationId
    );
  }

  /** The same with the id that the client sent. */
  public ChangeResult<M> withClientMutationId(@Nullable String id) {
    return new ChangeResult<>(user, method, previous, effect, secret, secretState, confirmation, errors, replayed, id);
  }

  /** The same, about the user by the object id. */
  public ChangeResult<M> reachedBy(ObjectId id) {
    return new ChangeResult<>(
      id,
      reachedBy(id, method),
      reachedBy(id, previous),
      effect,
      secret,
      secretState,
      confirmation,
      errors,
      replayed,
      clientMutationId
    );
  }

  @SuppressWarnings("unchecked") // A method that is reached by another key is of the same kind.
  private static <M extends UserResource> @Nullable M reachedBy(ObjectId id, @Nullable M method) {
    return method == null ? null : (M) method.reachedBy(id);
  }
}
