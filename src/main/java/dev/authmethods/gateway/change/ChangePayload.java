package dev.authmethods.gateway.change;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.MutationPayload;
import dev.authmethods.gateway.method.AboutUser;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a payload that is the same for every mutation of one user. The fields of the schema are bean properties, because
 * Spring sees no other methods of an interface when it compares the schema with the code.
 */
public interface ChangePayload extends MutationPayload, AboutUser {
  /** The result of the change. */
  ChangeResult<?> result();

  @Override
  default @Nullable UserKey about() {
    return result().user();
  }

  @Override
  default List<ExpectedError> errors() {
    return result().errors();
  }

  /** Why nothing was changed; empty when it was, or would have been. */
  default List<ExpectedError> getErrors() {
    return errors();
  }

  /** How it is known that the change was made; null when it was not. */
  default @Nullable Confirmation getConfirmation() {
    return result().confirmation();
  }

  /** The effect of a mutation that sets a method; null when nothing was changed, and for every other mutation. */
  default @Nullable Effect getEffect() {
    return result().effect();
  }

  /** Whether an earlier request with the same key made the change. */
  default boolean isReplayed() {
    return result().replayed();
  }

  /** As the client sent it. */
  default @Nullable String getClientMutationId() {
    return result().clientMutationId();
  }
}
