package dev.authmethods.gateway.entra.call;

import com.microsoft.kiota.serialization.JsonParseNodeFactory;
import com.microsoft.kiota.serialization.JsonSerializationWriterFactory;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import com.microsoft.kiota.serialization.ParseNodeFactory;
import com.microsoft.kiota.serialization.SerializationWriterFactory;
import com.microsoft.kiota.store.BackingStoreParseNodeFactory;
import com.microsoft.kiota.store.BackingStoreSerializationWriterProxyFactory;
import dev.authmethods.gateway.entra.Json;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads and writes the models of the Graph SDK with the SDK's own JSON library.
 *
 * <p>That library builds a tree of the whole answer, and takes JSON that is not well-formed. Therefore each answer is first
 * scanned: it is one JSON object, at most {@value #MAX_DEPTH} deep and with at most {@value #MAX_TOKENS} tokens, and has no
 * member {@code error}. {@link Json.NotUnderstood}, or an exception of either library, when it is not.
 */
final class GraphModels {

  static final String JSON = "application/json";
  static final int MAX_DEPTH = 100;
  static final int MAX_TOKENS = 20_000;

  /** Writes the properties that were set, and no others. */
  static final SerializationWriterFactory WRITERS = new BackingStoreSerializationWriterProxyFactory(
    new JsonSerializationWriterFactory()
  );

  private static final ParseNodeFactory NODES = new BackingStoreParseNodeFactory(new JsonParseNodeFactory());

  private static final JsonFactory SCANNER = JsonFactory.builder()
    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxTokenCount(MAX_TOKENS).build())
    .recyclerPool(Json.BUFFERS)
    .build();

  private GraphModels() {}

  static <M extends Parsable> M read(ByteBuffer answer, ParsableFactory<M> factory) {
    Json.read(SCANNER, answer, GraphModels::scan);
    var bytes = new ByteArrayInputStream(answer.array(), answer.arrayOffset() + answer.position(), answer.remaining());
    return NODES.getParseNode(JSON, bytes).getObjectValue(factory);
  }

  /** Accepts an answer from which nothing is read: one without content, or with any object that is not an error. */
  static void accept(ByteBuffer answer) {
    Json.read(SCANNER, answer, in -> in.currentToken() == null || scan(in));
  }

  private static boolean scan(JsonParser in) {
    Json.enterObject(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      Json.understood(name.equals("error") ? null : name);
      in.skipChildren();
    }
    return true;
  }
}
