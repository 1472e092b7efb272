package dev.authmethods.gateway.idempotency;

import java.util.List;

/**
 * A mutation that a client can repeat safely.
 *
 * @param operation what it is; a key of another operation is another key
 * @param key       as the client sent it, up to 255 characters
 * @param arguments what the mutation is about; with other arguments it is another mutation
 */
public record IdempotentMutation(String operation, String key, List<String> arguments) {
  /** Without the arguments: a number must not reach a log. */
  @Override
  public String toString() {
    return "IdempotentMutation[" + operation + "]";
  }
}
