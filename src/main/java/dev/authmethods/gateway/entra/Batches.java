package dev.authmethods.gateway.entra;

import com.microsoft.graph.core.content.BatchRequestContent;
import com.microsoft.graph.core.content.BatchResponseContent;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.ApiException;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Puts up to 20 reads into one request. Source: Microsoft Graph, JSON batching. */
final class Batches {

  static final int MAX_ITEMS = 20;

  /** The SDK's key for every status that is not a success. */
  private static final Map<String, ParsableFactory<? extends Parsable>> ERRORS = Map.of(
    "XXX",
    ODataError::createFromDiscriminatorValue
  );

  private Batches() {}

  static <K, T extends Parsable> Map<K, Answer<T>> get(
    GraphServiceClient client,
    List<K> keys,
    BiFunction<GraphServiceClient, K, RequestInformation> request,
    ParsableFactory<T> type
  ) {
    var batch = new BatchRequestContent(client.getRequestAdapter(), List.of());
    var ids = new LinkedHashMap<K, String>();
    keys.forEach(key -> ids.put(key, batch.addBatchRequestStep(request.apply(client, key))));
    var responses = post(client, batch);
    var answers = new LinkedHashMap<K, Answer<T>>();
    ids.forEach((key, id) -> answers.put(key, answer(responses, id, type)));
    return answers;
  }

  private static BatchResponseContent post(GraphServiceClient client, BatchRequestContent batch) {
    try {
      return client.getBatchRequestBuilder().post(batch, ERRORS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T extends Parsable> Answer<T> answer(BatchResponseContent batch, String id, ParsableFactory<T> type) {
    try {
      var value = batch.getResponseById(id, type);
      return value == null ? missing() : new Answer.Given<>(value);
    } catch (ApiException e) {
      return new Answer.Missing<>(Failures.of(e, new Attempt()));
    } catch (RuntimeException unreadable) {
      // Whatever makes no sense in one item leaves the others alone.
      return missing();
    }
  }

  private static <T> Answer<T> missing() {
    return new Answer.Missing<>(new EntraFailure.Unavailable(false, null));
  }
}
