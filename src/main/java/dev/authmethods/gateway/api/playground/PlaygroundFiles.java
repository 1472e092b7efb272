package dev.authmethods.gateway.api.playground;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The files of the built playground. The build stores most of them compressed only, as brotli and as gzip: the jar stays small,
 * and nothing is compressed while it runs. A client that takes neither gets the gzip inflated.
 */
final class PlaygroundFiles {

  private static final String FOLDER = "playground/";
  /** No way out of the folder, and no stored form as such. */
  private static final Pattern NAME = Pattern.compile("(?:assets/)?[\\w-][\\w.-]*(?<!\\.br|\\.gz)");

  /** The names of assets change with their content. */
  private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private PlaygroundFiles() {}

  /** Answers with a file; empty when there is none of this name. */
  static Optional<HandlerFunction<ServerResponse>> named(String name) {
    return NAME.matcher(name).matches() && isStored(name)
      ? Optional.of(request -> file(name, request))
      : Optional.empty();
  }

  private static boolean isStored(String name) {
    return Stream.of("", ContentCoding.GZIP.suffix()).anyMatch(suffix -> stored(name + suffix).exists());
  }

  private static Mono<ServerResponse> file(String name, ServerRequest request) {
    var plain = stored(name);
    if (plain.exists()) {
      return answer(name).bodyValue(plain);
    }
    var varying = answer(name).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    var accepted = String.join(",", request.headers().header(HttpHeaders.ACCEPT_ENCODING));
    return ContentCoding.preferred(accepted)
      .map(coding ->
        varying.header(HttpHeaders.CONTENT_ENCODING, coding.token()).bodyValue(stored(name + coding.suffix()))
      )
      .orElseGet(() -> inflated(name).flatMap(varying::bodyValue));
  }

  private static ServerResponse.BodyBuilder answer(String name) {
    return ServerResponse.ok()
      .contentType(MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM))
      .cacheControl(name.startsWith("assets/") ? FOR_EVER : CacheControl.noCache());
  }

  private static Mono<byte[]> inflated(String name) {
    return Mono.fromCallable(() -> {
      try (var content = new GZIPInputStream(stored(name + ContentCoding.GZIP.suffix()).getInputStream())) {
        return content.readAllBytes();
      }
    }).subscribeOn(Schedulers.boundedElastic());
  }

  private static Resource stored(String name) {
    return new ClassPathResource(FOLDER + name);
  }
}
