package dev.authmethods.gateway.entra.call;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.Cloud;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.EntraSettings;
import dev.authmethods.gateway.entra.GraphAnswer;
import dev.authmethods.gateway.entra.GraphPermissions;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Query;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.entra.batch.Batch;
import dev.authmethods.gateway.entra.guard.CallCost;
import dev.authmethods.gateway.entra.guard.ReadRetry;
import dev.authmethods.gateway.entra.guard.ThrottlePressure;
import dev.authmethods.gateway.entra.guard.TimeBudget;
import dev.authmethods.gateway.entra.http.GraphRequest;
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
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Sends the calls of {@link Entra}: explains refusals, repeats reads, and divides many reads into batches. */
final class EntraClient implements Entra {

  private static final Resource<UserKey, ObjectId> OBJECT_ID = new Resource<>(
    "users",
    Service.DIRECTORY,
    _ -> USERS,
    user -> UserAddress.of(user) + "?$select=id,userPrincipalName",
    EntraClient::objectId
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

  EntraClient(
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

  @Override
  public NationalCloud cloud() {
    return cloud.name();
  }

  @Override
  public ActingAs actingAs() {
    return settings.actingAs();
  }

  @Override
  public <K, T> T read(RequestContext call, K key, Resource<K, T> resource) {
    var cost = CallCost.read(resource.kind(), resource.service(), 1);
    var request = GraphRequest.get(cost, resource.path().apply(key));
    try {
      return reads.run(call, () -> transport.read(call, request, in -> resource.json().apply(key, in)));
    } catch (EntraFailure.Refused refused) {
      throw refusals.explained(call, refused, resource.permissions().apply(key));
    }
  }

  @Override
  public <T> T read(RequestContext call, Query<T> query) {
    var cost = CallCost.read(query.kind(), Service.DIRECTORY, query.units());
    var body = query.body();
    var request =
      body == null ? GraphRequest.advanced(cost, query.path()) : GraphRequest.post(cost, query.path(), body);
    try {
      return reads.run(call, () -> transport.read(call, request, query.json()));
    } catch (EntraFailure.Refused refused) {
      throw query.permissions() == null ? refused : refusals.explained(call, refused, query.permissions());
    }
  }

  @Override
  public EntraFailure.Misconfigured notGranted(RequestContext call, List<String> permissions) {
    return refusals.notGranted(call, permissions);
  }

  @Override
  public Map<UserKey, LookupResult<ObjectId>> objectIds(RequestContext call, Collection<UserKey> users) {
    return readAll(call, users, OBJECT_ID);
  }

  @Override
  public ObjectId objectId(RequestContext call, UserKey user) {
    return user instanceof ObjectId id ? id : read(call, user, OBJECT_ID);
  }

  /** The gateway does not understand an answer about another user than the requested one. */
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

  @Override
  public boolean canWrite(RequestContext call, Duration after) {
    return budget.covers(call, after);
  }

  @Override
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

  @Override
  public <T> T write(
    RequestContext call,
    GraphPermissions permissions,
    Service service,
    Function<GraphServiceClient, @Nullable T> use
  ) {
    return written(call, permissions, () -> clients.write(call, service, use));
  }

  @Override
  public <T> T write(
    RequestContext call,
    GraphPermissions permissions,
    Service service,
    Consumer<GraphServiceClient> use,
    Function<JsonParser, T> reader
  ) {
    return written(call, permissions, () -> clients.write(call, service, use, reader));
  }

  @Override
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

  @Override
  public <T> GraphAnswer<T> exchange(
    RequestContext call,
    GraphPermissions permissions,
    Service service,
    Function<GraphServiceClient, @Nullable T> use
  ) {
    return written(call, permissions, () -> clients.exchange(call, service, use));
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

  @Override
  public <K, T> Map<K, LookupResult<T>> readAll(RequestContext call, Collection<K> keys, Resource<K, T> resource) {
    var answers = reads.runAll(call, keys, open -> batches(call, open, resource));
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

  @Override
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
      others.forEach(part -> answers.putAll(Entra.join(part)));
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

  @Override
  public <T> CompletableFuture<T> start(Supplier<T> reads) {
    return CompletableFuture.supplyAsync(reads, executor);
  }
}
