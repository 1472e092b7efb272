package dev.authmethods.sandbox.behaviour;

import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/** The choices that hold now. */
public final class GraphSettings implements Supplier<GraphBehaviour>, InstantSource {

  private volatile GraphBehaviour current = GraphBehaviour.DEFAULT;

  @Override
  public GraphBehaviour get() {
    return current;
  }

  /** The time that the choices make it. */
  @Override
  public Instant instant() {
    return Instant.now().plusSeconds(current.clockAheadSeconds());
  }

  /**
   * Sets what a JSON object names; all else goes back to its default.
   *
   * @throws JacksonException when the object names something that cannot be set
   * @throws IllegalArgumentException when the text is no JSON object
   */
  public void set(String json) {
    var changes = JsonTree.read(json);
    if (!changes.isObject()) {
      throw new IllegalArgumentException();
    }
    current = GraphBehaviour.with(changes);
  }

  public void reset() {
    current = GraphBehaviour.DEFAULT;
  }

  public HttpReply reply() {
    return HttpReply.ok(JsonTree.of(current));
  }
}
