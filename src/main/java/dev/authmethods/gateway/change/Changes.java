package dev.authmethods.gateway.change;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes changes, each at most once. */
public interface Changes {
  /**
   * Makes one change. On behalf of a caller a right one that does not read first costs one call of Microsoft Graph, and a wrong
   * input none.
   *
   * @param change the change, or the errors of the part of its input that is its own
   */
  <M extends UserResource> ChangeResult<M> make(
    MutationContext context,
    ChangeInput input,
    Parsed<? extends Change<M>> change
  );

  /**
   * Makes one change of several that belong together: the access was checked before.
   *
   * @param known what the user has; null when that has to be read
   */
  <M extends UserResource> ChangeResult<M> makeNext(MutationContext context, Change<M> change, @Nullable List<M> known);

  /** Makes a mutation of several changes of one user. */
  <M extends UserResource, R> R makeSequence(MutationContext context, Sequence<M, R> sequence);

  /** Whether the request has the time for another write. */
  boolean hasTime(MutationContext context);

  /** A digest of a part of a user's resources that no store may have: it can be compared later. */
  String digest(UserKey user, String text);

  /**
   * A mutation of several changes of one user, under one idempotency key. The plan is made once: a repetition with the same key
   * goes on with the plan of the first request.
   *
   * @param <M> the resources that it changes
   * @param <R> the payload
   */
  interface Sequence<M extends UserResource, R> {
    /** The client's input. */
    ChangeInput input();

    /** The operation: which permissions and roles it needs, and how it behaves. */
    Operation operation();

    /** The resources that it changes. */
    EntraResources<M> resources();

    /** The arguments without the user. */
    List<String> arguments();

    /** The errors of the part of the input that is its own. */
    List<ExpectedError> inputErrors();

    /** The errors of the input in view of the user that it is about, whose object id is known by then. */
    List<ExpectedError> userErrors(UserKey user);

    /** The payload when nothing was tried. */
    R refused(List<ExpectedError> errors);

    /** The plan as a text, without anything that no store may have. */
    String plan(UserKey user, List<M> existing);

    /** The payload when nothing is to be written. */
    R check(UserKey user, List<M> existing, String plan);

    /**
     * Carries the plan out; every change has a key that follows from the key of the whole.
     *
     * @param isOfEarlierRequest whether the plan is older than what the user has now
     */
    R make(UserKey user, List<M> existing, String plan, boolean isOfEarlierRequest);
  }

  /** Makes many; the results are in the order of the items, and their errors have the paths of the whole request. */
  <M extends UserResource> List<ChangeResult<M>> makeAll(
    MutationContext context,
    List<BulkItem<M>> items,
    EntraResources<M> methods
  );
}
