package dev.authmethods.sandbox.http;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;

/** The ids under which Graph and its caller remember a call; the caller's is Graph's own when none was sent. */
public record RequestIds(String own, String client) {
  /** The header in which callers send theirs. */
  public static final String CLIENT = "client-request-id";

  private static final String CONTENT_TYPE =
    "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
  private static final String DIAGNOSTIC =
    "{\"ServerInfo\":{\"DataCenter\":\"Sandbox\",\"Slice\":\"E\",\"Ring\":\"1\",\"ScaleUnit\":\"000\"," +
    "\"RoleInstance\":\"SANDBOX\"}}";

  public static RequestIds of(HttpCall call) {
    var own = UUID.randomUUID().toString();
    return new RequestIds(own, call.header(CLIENT).orElse(own));
  }

  /** The headers that every answer of Graph has, unless it says otherwise. */
  public HttpReply headed(HttpReply reply) {
    var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    var always = reply.orElse(
      Map.of("Cache-Control", "no-cache", "Date", date, "OData-Version", "4.0", "x-ms-ags-diagnostic", DIAGNOSTIC)
    );
    var identified = always.orElse(Map.of("request-id", own, CLIENT, client));
    return reply.body().isEmpty() ? identified : identified.orElse(Map.of("Content-Type", CONTENT_TYPE));
  }
}
