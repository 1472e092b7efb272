package dev.authmethods.gateway.entra;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Microsoft Graph, asked in the name of one caller and within the deadline of one request.
 *
 * <p>Every method blocks, and throws an {@link EntraFailure} when Microsoft does not do the work.
 */
public interface Entra {
  /** The permissions for reading users. Source: https://learn.microsoft.com/graph/api/user-get */
  GraphPermissions USERS = new GraphPermissions(
    List.of(
      "User.ReadBasic.All",
      "User.Read.All",
      "User.ReadWrite.All",
      "Directory.Read.All",
      "Directory.ReadWrite.All"
    ),
    List.of("User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All")
  );

  /** The national cloud of the tenant. */
  NationalCloud cloud();

  /** In whose name calls are made. */
  ActingAs actingAs();

  /** Reads one; sends again, a few times and within the deadline, what was throttled or went unanswered. */
  <K, T> T read(RequestContext call, K key, Resource<K, T> resource);

  /** Reads as {@link #read} does. */
  <T> T read(RequestContext call, Query<T> query);

  /** Whether Microsoft Graph takes the key as a part of any path; see {@link UserAddress}. */
  static boolean fitsInPath(UserKey user) {
    return UserAddress.isPlain(user.value());
  }

  /** The failure when Microsoft Graph withholds a property that only one of these permissions shows. */
  EntraFailure.Misconfigured notGranted(RequestContext call, List<String> permissions);

  /** Finds the object ids of many users. */
  Map<UserKey, LookupResult<ObjectId>> objectIds(RequestContext call, Collection<UserKey> users);

  /** Finds the object id of a user; the only key that leads to the same user for ever. */
  ObjectId objectId(RequestContext call, UserKey user);

  /** Whether there will be time, after a wait, for a write and for reading it back. */
  boolean canWrite(RequestContext call, Duration after);

  /**
   * Reads with the Graph SDK, as {@link #read(RequestContext, Object, Resource)} does. The request has the method GET.
   *
   * @param permissions the permissions of which the request needs one
   * @param service     whose limits the request counts against
   * @param use         calls one method of the SDK that sends, and returns its answer
   */
  <T> T read(
    RequestContext call,
    GraphPermissions permissions,
    Service service,
    Function<GraphServiceClient, @Nullable T> use
  );

  /**
   * Sends a write with the Graph SDK, whose answer is an object. The request is sent once: no answer, or one without
   * the object, is unclear.
   *
   * @param permissions the permissions of which the request needs one
   * @param service     whose limits the request counts against
   * @param use         calls one method of the SDK that sends, and returns its answer. If the SDK has no such method,
   *                    it sends a {@link RequestInformation} with the client's request adapter
   */
  <T> T write(
    RequestContext call,
    GraphPermissions permissions,
    Service service,
    Function<GraphServiceClient, @Nullable T> use
  );

  /**
   * Sends a write with the Graph SDK, as {@link #write(RequestContext, GraphPermissions, Service, Function)}, and reads the
   * answer with a reader of the gateway. For the writes that come most: the SDK's models cost an added phone a sixth more.
   *
   * @param reader reads the answer; any exception means that the answer was not understood
   */
  <T> T write(
    RequestContext call,
    GraphPermissions permissions,
    Service service,
    Consumer<GraphServiceClient> use,
    Function<JsonParser, T> reader
  );

  /**
   * Sends a write with the Graph SDK, whose answer has no content, as
   * {@link #write(RequestContext, GraphPermissions, Service, Function)}.
   */
  void send(RequestContext call, GraphPermissions permissions, Service service, Consumer<GraphServiceClient> use);

  /**
   * Sends a write with the Graph SDK, whose status or headers matter, such as 202 with {@code Location}. Otherwise as
   * {@link #write(RequestContext, GraphPermissions, Service, Function)}; an answer without content is no failure.
   */
  <T> GraphAnswer<T> exchange(
    RequestContext call,
    GraphPermissions permissions,
    Service service,
    Function<GraphServiceClient, @Nullable T> use
  );

  /**
   * Reads many at once: 20 to a request, the requests in parallel. Each fails alone; those that were throttled or went
   * unanswered are sent again, without the others, as often as one would be.
   */
  <K, T> Map<K, LookupResult<T>> readAll(RequestContext call, Collection<K> keys, Resource<K, T> resource);

  /** Reads many at once, {@code size} to a request; what fails, fails for all of its part. */
  <K, V> Map<K, LookupResult<V>> inParallel(
    Collection<K> keys,
    int size,
    Function<List<K>, Map<K, LookupResult<V>>> read
  );

  /** Begins work that goes on at the same time as what follows; {@link #join} waits for it. */
  <T> CompletableFuture<T> start(Supplier<T> reads);

  /** Waits for what was begun. */
  static <T> T join(CompletableFuture<T> part) {
    try {
      return part.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof EntraFailure failure ? failure : e;
    }
  }
}
