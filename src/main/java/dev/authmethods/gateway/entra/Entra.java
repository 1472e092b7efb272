package dev.authmethods.gateway.entra;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Microsoft Graph, asked in the name of one caller and within the deadline of one request.
 *
 * <p>Every method blocks, and throws an {@link EntraFailure} when Microsoft does not do what was asked.
 */
public final class Entra {

  /** What it takes to read users. Source: Microsoft Graph, Get a user. */
  public static final GraphPermissions USERS = new GraphPermissions(
    List.of(
      "User.ReadBasic.All",
      "User.Read.All",
      "User.ReadWrite.All",
      "Directory.Read.All",
      "Directory.ReadWrite.All"
    ),
    List.of("User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All")
  );

  private static final Resource<UserKey, ObjectId> OBJECT_ID = new Resource<>(
    "users",
    Service.DIRECTORY,
    _ -> USERS,
    user -> UserAddress.of(user) + "?$select=id,userPrincipalName",
    Entra::objectId
  );

  private final EntraSettings settings;
  private final TimeBudget budget;
  private final Cloud cloud;
  private final GraphTransport transport;
  private final ReadRetry reads;
  private final GraphClients clients;
  private final ThrottlePressure pressure;
  private final PermissionRefusals refusals;
  private final Executor executor;

  Entra(
    EntraSettings settings,
    Cloud cloud,
    GraphTransport transport,
    ThrottlePressure pressure,
    PermissionRefusals refusals,
    Executor executor
  ) {
    this.settings = settings;
    this.budget = TimeBudget.of(settings);
    this.cloud = cloud;
    this.transport = transport;
    this.pressure = pressure;
    this.refusals = refusals;
    this.reads = new ReadRetry(settings.readAttempts());
    this.clients = new GraphClients(cloud, transport, reads);
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

  /** Reads one; sends again, a few times and within the deadline, what was throttled or went unanswered. */
  public <K, T> T read(RequestContext call, K key, Resource<K, T> resource) {
    var cost = CallCost.read(resource.kind(), resource.service(), 1);
    var request = GraphRequest.get(cost, resource.path().apply(key));
    try {
      return reads.run(call, () -> transport.read(call, request, in -> resource.json().apply(key, in)));
    } catch (EntraFailure.Refused refused) {
      throw refusals.explained(call, refused, resource.permissions().apply(key));
    }
  }

  /** Reads as {@link #read} does. */
  public <T> T read(RequestContext call, Query<T> query) {
    var cost = CallCost.read(query.kind(), Service.DIRECTORY, query.units());
    var request = GraphRequest.post(cost, query.path(), query.body());
    return reads.run(call, () -> transport.read(call, request, query.json()));
  }

  /** Whether Microsoft Graph takes the key as a part of any path; see {@link UserAddress}. */
  public static boolean fitsInPath(UserKey user) {
    return UserAddress.isPlain(user.value());
  }

  /** What it means that Microsoft Graph keeps back what only one of these permissions shows. */
  EntraFailure.Misconfigured notGranted(RequestContext call, List<String> permissions) {
    return refusals.notGranted(call, permissions);
  }

  /** Finds the object ids of many users. */
  Map<UserKey, LookupResult<ObjectId>> objectIds(RequestContext call, Collection<UserKey> users) {
    return readAll(call, users, OBJECT_ID);
  }

  /** Finds the object id of a user; the only key that leads to the same user for ever. */
  public ObjectId objectId(RequestContext call, UserKey user) {
    return user instanceof ObjectId id ? id : read(call, user, OBJECT_ID);
  }

  /** An answer about another user than the one that was asked for is not understood. */
  private static ObjectId objectId(UserKey asked, JsonParser in) {
    String id = null;
    String name = null;
    Json.enterObject(in);
    for (var property = Json.nextProperty(in); property != null; property = Json.nextProperty(in)) {
      switch (property) {
        case "id" -> id = Json.text(in);
        case "userPrincipalName" -> name = Json.text(in);
        default -> in.skipChildren();
      }
    }
    return Json.understood(asked.idOfUser(id, name));
  }

  /** Whether there will be time, after a wait, for a write and for reading it back. */
  public boolean canWrite(RequestContext call, Duration after) {
    return budget.covers(call, after);
  }

  /**
   * Reads with the Graph SDK, as {@link #read(RequestContext, Object, Resource)} does. The request has the method GET.
   *
   * @param permissions the permissions of which the request needs one
   * @param service     whose limits the request counts against
   * @param use         calls one method of the SDK that sends, and returns its answer
   */
  public <T> T read(
    RequestContext call,
    GraphPermissions permissions,
    Service service,
    Function<GraphServiceClient, @Nullable T> use
  ) {
    try {
      return clients.read(call, service, use);
    } catch (EntraFailure.Refused refused) {
      throw refusals.explained(call, refused, permissions);
    }
  }

  /**
   * Writes with the Graph SDK what is answered with an object. The request is sent once: no answer, or one without the object, is
   * unclear.
   *
   * @param permissions the permissions of which the request needs one
   * @param service     whose limits the request counts against
   * @param use         calls one method of the SDK that sends, and returns its answer. Where the SDK has no such method, it sends a
   *                    {@link RequestInformation} with the client's request adapter
   */
  public <T> T write(
    RequestContext call,
    GraphPermissions permissions,
    Service service,
    Function<GraphServiceClient, @Nullable T> use
  ) {
    return written(call, permissions, () -> clients.write(call, service, use));
  }

  /** Writes with the Graph SDK what is answered without content, as {@link #write(RequestContext, GraphPermissions, Service, Function)}. */
  public void send(
    RequestContext call,
    GraphPermissions permissions,
    Service service,
    Consumer<GraphServiceClient> use
  ) {
    written(call, permissions, () -> {
      clients.send(call, service, use);
      return true;
    });
  }

  /**
   * Writes with the Graph SDK what is answered with a status or headers that matter, such as 202 with {@code Location}. Otherwise
   * as {@link #write(RequestContext, GraphPermissions, Service, Function)}; an answer without content is no failure.
   */
  public <T> GraphAnswer<T> exchange(
    RequestContext call,
    GraphPermissions permissions,
    Service service,
    Function<GraphServiceClient, @Nullable T> use
  ) {
    return written(call, permissions, () -> clients.exchange(call, service, use));
  }

  /** Writes what is answered with an object, once. No answer, or one without the object, is unclear, not a success. */
  public <T> T write(
    RequestContext call,
    GraphPermissions permissions,
    Function<GraphServiceClient, RequestInformation> request,
    Function<JsonParser, T> reader
  ) {
    return written(call, permissions, () -> clients.send(call, request, reader));
  }

  private <T> T written(RequestContext call, GraphPermissions permissions, Supplier<T> write) {
    try {
      var answer = write.get();
      call.wrote().set(true);
      return answer;
    } catch (EntraFailure.Unavailable unavailable) {
      call.wrote().compareAndSet(false, unavailable.unclear());
      throw unavailable;
    } catch (EntraFailure.Refused refused) {
      throw refusals.explained(call, refused, permissions);
    }
  }

  /** Writes what is answered without content, once. */
  public void send(
    RequestContext call,
    GraphPermissions permissions,
    Function<GraphServiceClient, RequestInformation> request
  ) {
    write(call, permissions, request, Entra::saysNothingElse);
  }

  /** No content, or some; but not an error, whatever the status says. */
  private static boolean saysNothingElse(JsonParser in) {
    if (in.currentToken() == null) {
      return true;
    }
    Json.enterObject(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      Json.understood(name.equals("error") ? null : name);
      in.skipChildren();
    }
    return true;
  }

  /**
   * Reads many at once: 20 to a request, the requests in parallel. Each fails alone; those that were throttled or went
   * unanswered are sent again, without the others, as often as one would be.
   */
  public <K, T> Map<K, LookupResult<T>> readAll(RequestContext call, Collection<K> keys, Resource<K, T> resource) {
    var answers = reads.run(new BatchRetry<>(call, keys, open -> batches(call, open, resource))).answers();
    answers.replaceAll((key, answer) -> explained(call, answer, resource.permissions().apply(key)));
    return answers;
  }

  private <T> LookupResult<T> explained(RequestContext call, LookupResult<T> answer, GraphPermissions needed) {
    return answer instanceof LookupResult.Failed<T>(var failure)
      ? new LookupResult.Failed<>(refusals.explained(call, failure, needed))
      : answer;
  }

  private <K, T> Map<K, LookupResult<T>> batches(RequestContext call, Collection<K> keys, Resource<K, T> resource) {
    return inParallel(keys, Batch.MAX_ITEMS, part -> transport.read(call, new Batch<>(part, resource, pressure)));
  }

  /** Reads many at once, {@code size} to a request; what fails, fails for all of its part. */
  public <K, V> Map<K, LookupResult<V>> inParallel(
    Collection<K> keys,
    int size,
    Function<List<K>, Map<K, LookupResult<V>>> read
  ) {
    var parts = parts(List.copyOf(keys), size);
    var answers = new LinkedHashMap<K, LookupResult<V>>();
    if (!parts.isEmpty()) {
      // The last is for this thread, which would only wait.
      var own = parts.removeLast();
      var others = parts
        .stream()
        .map(part -> start(() -> answers(part, read)))
        .toList();
      answers.putAll(answers(own, read));
      others.forEach(part -> answers.putAll(join(part)));
    }
    return answers;
  }

  private static <K> List<List<K>> parts(List<K> keys, int size) {
    var parts = new ArrayList<List<K>>();
    for (int from = 0; from < keys.size(); from += size) {
      parts.add(keys.subList(from, Math.min(from + size, keys.size())));
    }
    return parts;
  }

  private static <K, V> Map<K, LookupResult<V>> answers(List<K> part, Function<List<K>, Map<K, LookupResult<V>>> read) {
    try {
      return read.apply(part);
    } catch (EntraFailure.SignInFailure e) {
      throw e;
    } catch (EntraFailure failure) {
      var missing = new LinkedHashMap<K, LookupResult<V>>();
      part.forEach(key -> missing.put(key, new LookupResult.Failed<>(failure)));
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
}
