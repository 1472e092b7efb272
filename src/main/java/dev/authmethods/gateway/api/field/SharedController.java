package dev.authmethods.gateway.api.field;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.authmethods.gateway.api.error.Messages;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.lookup.UserPrefetch;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields that every feature has in common. */
@Controller
class SharedController {

  private final Messages texts;

  SharedController(Messages texts) {
    this.texts = texts;
  }

  @SchemaMapping(typeName = "ExpectedError")
  String message(ExpectedError error, Locale locale) {
    return texts.of(error, locale);
  }

  @SchemaMapping(typeName = "ExpectedError")
  String code(ExpectedError error) {
    return error.code();
  }

  @SchemaMapping(typeName = "ExpectedError")
  ErrorCategory category(ExpectedError error) {
    return error.category();
  }

  @SchemaMapping(typeName = "ExpectedError")
  boolean retryable(ExpectedError error) {
    return error.retryable();
  }

  @SchemaMapping(typeName = "MutationPayload")
  Root query() {
    return new Root();
  }

  @SchemaMapping(typeName = "AddPhoneMethodsPayload", field = "query")
  Root queryAfterMany() {
    return new Root();
  }

  /** Through the lookups that other fields use, so that nothing is read twice. */
  @QueryMapping
  CompletableFuture<? extends @Nullable Object> node(
    @Argument String id,
    UserPrefetch wave,
    DataLoader<UserKey, LookupResult<User>> users,
    DataLoader<UserKey, LookupResult<List<PhoneMethod>>> phoneMethods
  ) {
    return switch (GlobalId.parse(id)) {
      case GlobalId.OfUser(var user) -> wave.user(user).thenApply(LookupResult::visible);
      case GlobalId.OfPhoneMethod(var user, var methodId) -> method(user, methodId, phoneMethods);
      case GlobalId.OfPhoneMethodByName(var user, var methodId) -> named(user, methodId, users, phoneMethods);
      case null -> completedFuture(null);
    };
  }

  /** Answered under the id that leads through the object id, which is looked up in the same wave. */
  private static <M extends AuthenticationMethod> CompletableFuture<@Nullable AuthenticationMethod> named(
    UserPrincipalName name,
    String methodId,
    DataLoader<UserKey, LookupResult<User>> users,
    DataLoader<UserKey, LookupResult<List<M>>> methods
  ) {
    return Entra.fitsInPath(name)
      ? users.load(name).thenCombine(method(name, methodId, methods), SharedController::reachedByObjectId)
      : completedFuture(null);
  }

  private static @Nullable AuthenticationMethod reachedByObjectId(
    LookupResult<User> answer,
    @Nullable AuthenticationMethod method
  ) {
    var user = method == null ? null : answer.visible();
    return method == null || user == null ? null : method.reachedBy(user.objectId());
  }

  private static <M extends AuthenticationMethod> CompletableFuture<@Nullable M> method(
    UserKey user,
    String methodId,
    DataLoader<UserKey, LookupResult<List<M>>> methods
  ) {
    return methods
      .load(user)
      .thenApply(LookupResult::visible)
      .thenApply(held -> pick(methodId, held));
  }

  private static <M extends AuthenticationMethod> @Nullable M pick(String methodId, @Nullable List<M> held) {
    var methods = held == null ? List.<M>of() : held;
    return methods
      .stream()
      .filter(method -> method.methodId().equals(methodId))
      .findFirst()
      .orElse(null);
  }

  /** Where all queries begin. */
  record Root() {}
}
