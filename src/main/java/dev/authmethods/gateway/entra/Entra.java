package dev.authmethods.gateway.entra;

import com.microsoft.graph.models.User;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Graph, asked in the name of one caller and within the deadline of one request.
 *
 * <p>Every method blocks, and throws an {@link EntraFailure} when Microsoft does not do what was asked.
 */
public final class Entra {

  private final EntraSettings settings;
  private final Cloud cloud;
  private final Clients clients;
  private final Reads reads;
  private final AccessTokens tokens;
  private final Executor executor;

  Entra(EntraSettings settings, Cloud cloud, Clients clients, AccessTokens tokens, Executor executor) {
    this.settings = settings;
    this.cloud = cloud;
    this.clients = clients;
    this.tokens = tokens;
    this.reads = new Reads(settings.readAttempts());
    this.executor = executor;
  }

  /** The national cloud of the tenant. */
  public NationalCloud cloud() {
    return cloud.name();
  }

  /** In whose name calls are made. */
  public ActingAs actingAs() {
    return settings.actingAs();
  }

  /** Where Microsoft Graph is, without a slash at the end. */
  public String endpoint() {
    return cloud.graphEndpoint().toString();
  }

  /** Reads; sends again, a few times and within the deadline, what was throttled or went unanswered. */
  public <T> T read(Call call, Function<GraphServiceClient, @Nullable T> request) {
    return reads.run(call, () -> attempt(call, clients::forReads, request));
  }

  /** Whether Microsoft Graph takes the key as a part of any path; see {@link UserAddress}. */
  public static boolean fitsInPath(UserKey user) {
    return UserAddress.isPlain(user.value());
  }

  /** Finds the object id of a user; the only key that leads to the same user for ever. */
  public ObjectId objectId(Call call, UserKey user) {
    return user instanceof ObjectId id
      ? id
      : found(readAll(call, List.of(user), this::idOnly, User::createFromDiscriminatorValue).get(user));
  }

  private RequestInformation idOnly(GraphServiceClient client, UserKey user) {
    return UserAddress.of(client, endpoint(), user).get("id");
  }

  private static ObjectId found(@Nullable Answer<User> answer) {
    if (answer instanceof Answer.Missing<User>(var failure)) {
      throw failure;
    }
    var id =
      answer instanceof Answer.Given<User>(var user) && user.getId() != null ? ObjectId.parse(user.getId()) : null;
    if (id == null) {
      throw new EntraFailure.Unavailable(false, null);
    }
    return id;
  }

  /** Writes what is answered with an object, once. No answer, or one without the object, is unclear, not a success. */
  public <T> T write(Call call, Function<GraphServiceClient, @Nullable T> request) {
    try {
      var answer = attempt(call, clients::forWrites, request);
      call.wrote().set(true);
      return answer;
    } catch (EntraFailure.Unavailable unavailable) {
      call.wrote().compareAndSet(false, unavailable.unclear());
      throw unavailable;
    }
  }

  /** Writes what is answered without content, once. */
  public void send(Call call, Consumer<GraphServiceClient> request) {
    write(call, client -> {
      request.accept(client);
      return true;
    });
  }

  /** Reads many at once: 20 to a request, the requests in parallel. */
  public <K, T extends Parsable> Map<K, Answer<T>> readAll(
    Call call,
    Collection<K> keys,
    BiFunction<GraphServiceClient, K, RequestInformation> request,
    ParsableFactory<T> type
  ) {
    return inParallel(keys, Batches.MAX_ITEMS, part -> read(call, client -> Batches.get(client, part, request, type)));
  }

  /** Reads many at once, {@code size} to a request; what fails, fails for all of its part. */
  public <K, V> Map<K, Answer<V>> inParallel(Collection<K> keys, int size, Function<List<K>, Map<K, Answer<V>>> read) {
    var all = List.copyOf(keys);
    var parts = new ArrayList<CompletableFuture<Map<K, Answer<V>>>>();
    for (int from = 0; from < all.size(); from += size) {
      var part = all.subList(from, Math.min(from + size, all.size()));
      parts.add(start(() -> answers(part, read)));
    }
    var answers = new LinkedHashMap<K, Answer<V>>();
    parts.forEach(part -> answers.putAll(join(part)));
    return answers;
  }

  private static <K, V> Map<K, Answer<V>> answers(List<K> part, Function<List<K>, Map<K, Answer<V>>> read) {
    try {
      return read.apply(part);
    } catch (EntraFailure.ClaimsRequired e) {
      throw e;
    } catch (EntraFailure failure) {
      var missing = new LinkedHashMap<K, Answer<V>>();
      part.forEach(key -> missing.put(key, new Answer.Missing<>(failure)));
      return missing;
    }
  }

  /** Begins something that goes on beside what follows; {@link #join} waits for it. */
  public <T> CompletableFuture<T> start(Supplier<T> reads) {
    return CompletableFuture.supplyAsync(reads, executor);
  }

  /** Waits for what was begun. */
  public static <T> T join(CompletableFuture<T> part) {
    try {
      return part.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof EntraFailure failure ? failure : e;
    }
  }

  private <T> T attempt(
    Call call,
    BiFunction<Call, Attempt, GraphServiceClient> client,
    Function<GraphServiceClient, @Nullable T> request
  ) {
    var attempt = new Attempt();
    try {
      var answer = request.apply(client.apply(call, attempt));
      if (answer == null) {
        throw new EntraFailure.Unavailable(true, null);
      }
      return answer;
    } catch (RuntimeException e) {
      forgetIfRefused(call, e);
      throw Failures.of(e, attempt);
    }
  }

  /** A token that Microsoft Graph does not take, or not any more, is not used again. */
  private void forgetIfRefused(Call call, RuntimeException thrown) {
    if (Failures.refusesToken(thrown)) {
      tokens.forget(call.caller());
    }
  }
}
