package dev.authmethods.gateway.api.http;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** The media types of answers, both of them JSON. Source: GraphQL over HTTP, media types. */
public enum ResponseMediaType {
  /** The type that every client knows: answered with status 200 even when nothing was executed. */
  JSON("json"),
  /** Answered with a status that says whether something was executed. */
  GRAPHQL("graphql-response+json");

  private final String subtype;
  private final String contentType;

  ResponseMediaType(String subtype) {
    this.subtype = subtype;
    this.contentType = "application/" + subtype + "; charset=utf-8";
  }

  MediaType mediaType() {
    return new MediaType("application", subtype, StandardCharsets.UTF_8);
  }

  /** For the header. */
  String contentType() {
    return contentType;
  }
}
