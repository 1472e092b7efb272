package dev.authmethods.gateway.idempotency;

import java.util.function.Supplier;

/**
 * The right to carry a mutation out. Its owner reports the steps. When it is closed, it leaves a record behind: the
 * result; or that the outcome is unknown; or none, when nothing was sent.
 *
 * @param <R> the result of the mutation
 */
public interface Lease<R> extends AutoCloseable {
  /**
   * Tells, before the first byte leaves, that the write is being sent.
   *
   * @param before supplies the state before the write; needed by the gateway that has to find out whether the write was
   *               made
   * @throws LeaseLost     when somebody else carries the mutation out meanwhile, or the store has lost the key
   * @throws StoreRequired when the store does not take that, and nothing may be sent without it
   */
  void sending(Supplier<String> before);

  /**
   * Tells that the write that is being sent was not carried out and will not be: what was sent before it, and may yet be, is no
   * younger for it.
   */
  void notCarriedOut();

  /** Tells that nothing that was sent will be carried out from now on, though it may have been. */
  void nothingComesLate();

  /** Stores the result, for a client that sends the key again. */
  void settle(R result);

  /** Tells that nothing was done, though it was being sent: the next one may. */
  void free();

  @Override
  void close();

  /** Of a mutation without a key, or of which nothing can be kept. */
  static <R> Lease<R> none() {
    return new Lease<>() {
      @Override
      public void sending(Supplier<String> before) {}

      @Override
      public void notCarriedOut() {}

      @Override
      public void nothingComesLate() {}

      @Override
      public void settle(R result) {}

      @Override
      public void free() {}

      @Override
      public void close() {}
    };
  }
}
