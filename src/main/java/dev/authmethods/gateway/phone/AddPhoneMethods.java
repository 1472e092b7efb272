package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.change.BulkItem;
import dev.authmethods.gateway.change.ChangePayload;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.InvalidInputError;
import dev.authmethods.gateway.error.MutationPayload;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserRef;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds many phones, each as {@link AddPhoneMethod} adds one. */
final class AddPhoneMethods {

  private AddPhoneMethods() {}

  record Input(
    List<Item> items,
    boolean validateOnly,
    @Nullable String idempotencyKey,
    @Nullable String clientMutationId
  ) {
    List<BulkItem<PhoneMethod>> parse(EntraPhoneMethods methods) {
      return IntStream.range(0, items.size())
        .mapToObj(index -> items.get(index).parse(index, this, methods))
        .toList();
    }
  }

  record Item(
    @Nullable String clientKey,
    UserRef user,
    String phoneNumber,
    @Nullable PhoneType phoneType,
    @Nullable String idempotencyKey
  ) {
    BulkItem<PhoneMethod> parse(int index, Input all, EntraPhoneMethods methods) {
      var key = BulkItem.key(idempotencyKey, all.idempotencyKey, index);
      var input = new NumberInput(user, phoneNumber, phoneType, all.validateOnly, key, null);
      return new BulkItem<>(
        index,
        input,
        input.parse((number, type) -> new AddPhoneMethod(input, number, type, methods))
      );
    }

    /** Without the number: it must not reach a log. */
    @Override
    public String toString() {
      return "Item[" + phoneType + "]";
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

    static Payload of(Input input, List<ChangeResult<PhoneMethod>> results) {
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
  record ItemResult(int index, @Nullable String clientKey, ChangeResult<PhoneMethod> result) implements ChangePayload {
    /** The phone that was added; null when none was. */
    public @Nullable PhoneMethod phoneMethod() {
      return result.method();
    }
  }
}
