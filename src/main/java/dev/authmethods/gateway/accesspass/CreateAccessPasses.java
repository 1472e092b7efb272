package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.change.BulkItem;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.change.ChangeInput;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.InvalidInputError;
import dev.authmethods.gateway.error.MutationPayload;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserRef;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates many passes, each as {@link CreateAccessPass} creates one. */
final class CreateAccessPasses {

  private CreateAccessPasses() {}

  record Input(
    List<Item> items,
    boolean validateOnly,
    @Nullable String idempotencyKey,
    @Nullable String clientMutationId
  ) {
    List<BulkItem<TemporaryAccessPassMethod>> parse(Function<CreateAccessPass.Input, CreateAccessPass> change) {
      var users = new HashSet<UserKey>();
      return IntStream.range(0, items.size())
        .mapToObj(index -> items.get(index).parse(index, this, users, change))
        .toList();
    }
  }

  record Item(
    @Nullable String clientKey,
    UserRef user,
    @Nullable OffsetDateTime startDateTime,
    @Nullable Integer lifetimeInMinutes,
    @Nullable Boolean isUsableOnce,
    boolean replaceExisting,
    @Nullable String idempotencyKey
  ) {
    BulkItem<TemporaryAccessPassMethod> parse(
      int index,
      Input all,
      Set<UserKey> users,
      Function<CreateAccessPass.Input, CreateAccessPass> change
    ) {
      var input = new CreateAccessPass.Input(
        user,
        startDateTime,
        lifetimeInMinutes,
        isUsableOnce,
        replaceExisting,
        all.validateOnly,
        BulkItem.key(idempotencyKey, all.idempotencyKey, index),
        null
      );
      return new BulkItem<>(index, input, parsed(input, users, change));
    }

    /** A second pass for a user would make the code of the first worthless, which the same answer shows. */
    private Parsed<? extends Change<TemporaryAccessPassMethod>> parsed(
      CreateAccessPass.Input input,
      Set<UserKey> users,
      Function<CreateAccessPass.Input, CreateAccessPass> change
    ) {
      var key = user.key();
      return key == null || users.add(key)
        ? Parsed.valid(change.apply(input))
        : Parsed.invalid(new InvalidInputError(ChangeInput.USER, "DistinctUser", List.of()));
    }
  }

  /**
   * The payload.
   *
   * @param errors why the gateway did not look at any item; an item that is wrong says so in its own result
   */
  record Payload(
    List<ItemResult> results,
    List<InvalidInputError> errors,
    @Nullable String clientMutationId
  ) implements MutationPayload {
    static Payload refused(Input input, List<InvalidInputError> errors) {
      return new Payload(List.of(), errors, input.clientMutationId);
    }

    static Payload of(Input input, List<ChangeResult<TemporaryAccessPassMethod>> results) {
      var ofItems = IntStream.range(0, results.size())
        .mapToObj(index -> new ItemResult(index, input.items.get(index).clientKey, results.get(index)))
        .toList();
      return new Payload(ofItems, List.of(), input.clientMutationId);
    }

    @Override
    public List<ExpectedError> allErrors() {
      return Stream.<ExpectedError>concat(
        errors.stream(),
        results.stream().flatMap(result -> result.errors().stream())
      ).toList();
    }
  }

  /** The result of one item. */
  record ItemResult(
    int index,
    @Nullable String clientKey,
    ChangeResult<TemporaryAccessPassMethod> result
  ) implements CreatedAccessPass {}
}
