package dev.authmethods.gateway.entra;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.core.util.RecyclerPool;

/**
 * Microsoft's JSON, read as it streams by: a reader stands at a value, takes what it knows, skips what it does not, and leaves
 * the parser at the value's end.
 */
public final class Json {

  /** Buffers are kept for all threads: a virtual thread lives too short to have its own. */
  public static final RecyclerPool<BufferRecycler> BUFFERS = JsonRecyclerPools.newConcurrentDequePool();

  private static final JsonFactory FACTORY = JsonFactory.builder().recyclerPool(BUFFERS).build();

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_DATE_TIME;

  private static final int TYPICAL_BYTES = 2_048;

  /**
   * The gateway never asks for as many: a page of Microsoft Graph has at most 999 objects. Source:
   * https://learn.microsoft.com/graph/paging
   */
  private static final int MAX_ITEMS = 1_000;

  private Json() {}

  /** The value at which the parser stands does not have the expected form. */
  public static final class NotUnderstood extends RuntimeException {

    public NotUnderstood() {
      super("not understood", null, false, false);
    }
  }

  /** Reads JSON with the reader; an exception of Jackson or {@link NotUnderstood} when that fails. */
  public static <T> T read(ByteBuffer json, Function<JsonParser, T> reader) {
    return read(FACTORY, json, reader);
  }

  /** Reads JSON with another factory, as {@link #read(ByteBuffer, Function)} does. */
  public static <T> T read(JsonFactory factory, ByteBuffer json, Function<JsonParser, T> reader) {
    var start = json.arrayOffset() + json.position();
    try (var in = factory.createParser(ObjectReadContext.empty(), json.array(), start, json.remaining())) {
      in.nextToken();
      return reader.apply(in);
    }
  }

  /** Reads JSON in bytes, as {@link #read(ByteBuffer, Function)} does. */
  public static <T> T read(byte[] json, Function<JsonParser, T> reader) {
    return read(ByteBuffer.wrap(json), reader);
  }

  /** The JSON that the writer writes, in UTF-8. */
  public static byte[] write(Consumer<JsonGenerator> writer) {
    var bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
    try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      writer.accept(out);
    }
    return bytes.toByteArray();
  }

  /** Goes into the object that the parser stands at; {@link NotUnderstood} when it is none. */
  public static void enterObject(JsonParser in) {
    expect(in, JsonToken.START_OBJECT);
  }

  /** Goes to the value of the next property and names it; null at the end of the object. */
  public static @Nullable String nextProperty(JsonParser in) {
    var name = in.nextName();
    if (name != null) {
      in.nextToken();
    }
    return name;
  }

  /** Whether the parser stands at an object. */
  public static boolean isObject(JsonParser in) {
    return in.isExpectedStartObjectToken();
  }

  /** The text that the parser stands at; null when it is something else. */
  public static @Nullable String text(JsonParser in) {
    if (in.currentToken() == JsonToken.VALUE_STRING) {
      return in.getString();
    }
    in.skipChildren();
    return null;
  }

  /** Goes to the end of the value that is there: whether there is one, all of it. */
  public static boolean isWhole(JsonParser in) {
    in.skipChildren();
    return in.currentToken() != null;
  }

  /** Reads the object that the parser stands at; {@link NotUnderstood} when it is none. */
  public static Properties properties(JsonParser in) {
    return properties(in, Map.of());
  }

  /** Reads an object as {@link #properties(JsonParser)} does; a property with a reader goes to it, and is left out. */
  public static Properties properties(JsonParser in, Map<String, Consumer<JsonParser>> readers) {
    var values = new HashMap<String, Object>();
    enterObject(in);
    for (var name = nextProperty(in); name != null; name = nextProperty(in)) {
      var reader = readers.get(name);
      var value = reader == null ? scalarOrTexts(in) : null;
      if (reader != null) {
        reader.accept(in);
      } else if (value != null) {
        values.put(name, value);
      }
    }
    return new Properties(values);
  }

  private static @Nullable Object scalarOrTexts(JsonParser in) {
    return switch (in.currentToken()) {
      case VALUE_STRING -> in.getString();
      case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
      case VALUE_NUMBER_INT -> in.getNumberValue();
      case START_ARRAY -> texts(in);
      case null, default -> {
        in.skipChildren();
        yield null;
      }
    };
  }

  private static List<String> texts(JsonParser in) {
    var texts = new ArrayList<String>();
    eachItem(in, each -> {
      var text = text(each);
      if (text != null && texts.size() < MAX_ITEMS) {
        texts.add(text);
      }
    });
    return texts;
  }

  /** The properties of a small object: its texts, whole numbers, truth values and lists of texts. Others are left out. */
  public static final class Properties {

    private final Map<String, Object> values;

    private Properties(Map<String, Object> values) {
      this.values = values;
    }

    /** A text; null when the property is missing, or has another type. */
    public @Nullable String text(String name) {
      return values.get(name) instanceof String text ? text : null;
    }

    /** A moment, as {@link Json#moment} reads it. */
    public @Nullable OffsetDateTime moment(String name) {
      return Json.moment(text(name));
    }

    /** A whole number of 32 bits; null when the property is missing, or has another type. */
    public @Nullable Integer integer(String name) {
      return values.get(name) instanceof Integer number ? number : null;
    }

    /** A truth value; null when the property is missing, or has another type. */
    public @Nullable Boolean flag(String name) {
      return values.get(name) instanceof Boolean flag ? flag : null;
    }

    /** A list of texts; null when the property is missing, or has another type. */
    public @Nullable List<String> texts(String name) {
      return values.get(name) instanceof List<?> texts ? texts.stream().map(String.class::cast).toList() : null;
    }
  }

  /** Reads each item of the list at which the parser stands; {@link NotUnderstood} when it is no list, or too long. */
  public static <T> List<T> items(JsonParser in, Function<JsonParser, T> item) {
    var items = new ArrayList<T>();
    eachItem(in, each -> {
      if (items.size() == MAX_ITEMS) {
        throw new NotUnderstood();
      }
      items.add(item.apply(each));
    });
    return items;
  }

  /**
   * Reads the items of a collection, {@code {"value": […]}}, one by one, for a reader that keeps what it needs: an answer can
   * have more items than memory would hold. {@link NotUnderstood} when there is no collection.
   */
  public static void forEach(JsonParser in, Consumer<JsonParser> item) {
    forEach(in, "value", item);
  }

  /**
   * Reads each item of the list in this property of the object; {@link NotUnderstood} when the object has no such
   * property.
   */
  public static void forEach(JsonParser in, String property, Consumer<JsonParser> item) {
    boolean found = false;
    enterObject(in);
    for (var name = nextProperty(in); name != null; name = nextProperty(in)) {
      if (name.equals(property)) {
        eachItem(in, item);
        found = true;
      } else {
        in.skipChildren();
      }
    }
    if (!found) {
      throw new NotUnderstood();
    }
  }

  /** Reads each item of the list at which the parser stands; {@link NotUnderstood} when it is no list. */
  public static void eachItem(JsonParser in, Consumer<JsonParser> item) {
    expect(in, JsonToken.START_ARRAY);
    int depth = depth(in);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      item.accept(in);
      leave(in, depth);
    }
  }

  /**
   * The moment that the parser stands at; without an offset it is one of UTC, as in Microsoft's SDK. Null when it is none, or
   * none that RFC 3339 can write.
   */
  public static @Nullable OffsetDateTime moment(JsonParser in) {
    return moment(text(in));
  }

  private static @Nullable OffsetDateTime moment(@Nullable String text) {
    try {
      return text == null ? null : writable(MOMENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from));
    } catch (DateTimeException noMoment) {
      return null;
    }
  }

  private static @Nullable OffsetDateTime writable(TemporalAccessor read) {
    var moment = read instanceof LocalDateTime local ? local.atOffset(ZoneOffset.UTC) : OffsetDateTime.from(read);
    var years = moment.getYear() >= 0 && moment.getYear() <= 9_999;
    return years && moment.getOffset().getTotalSeconds() % 60 == 0 ? moment : null;
  }

  /** How many objects and lists the parser is in. */
  public static int depth(JsonParser in) {
    return in.streamReadContext().getNestingDepth();
  }

  /**
   * Goes on to the end of a value of the object or list at that depth, from any place in the value at which the parser
   * got stuck.
   */
  public static void leave(JsonParser in, int depth) {
    while (depth(in) > depth) {
      in.nextToken();
    }
  }

  /** The value itself; {@link NotUnderstood} when it is missing. */
  public static <T> T understood(@Nullable T value) {
    if (value == null) {
      throw new NotUnderstood();
    }
    return value;
  }

  private static void expect(JsonParser in, JsonToken token) {
    if (in.currentToken() != token) {
      throw new NotUnderstood();
    }
  }
}
