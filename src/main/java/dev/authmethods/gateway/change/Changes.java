package dev.authmethods.gateway.change;

import dev.authmethods.gateway.method.UserResource;
import java.util.List;

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

  /** Makes many; the results are in the order of the items, and their errors have the paths of the whole request. */
  <M extends UserResource> List<ChangeResult<M>> makeAll(
    MutationContext context,
    List<BulkItem<M>> items,
    EntraResources<M> methods
  );
}
