package dev.authmethods.gateway.error;

import dev.authmethods.gateway.method.AboutUser;
import java.util.List;

/** What a mutation is answered with, whichever it is. */
public interface MutationPayload extends AboutUser {
  /** Why nothing was changed; empty when it was, or would have been. */
  List<? extends ExpectedError> errors();
}
