package dev.authmethods.gateway.api.connection;

import io.netty.util.concurrent.EventExecutor;
import java.util.Iterator;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/** The threads that serve the connections of a gateway that names it among its sources; otherwise all gateways have the same. */
final class OwnEventLoops extends ReactorResourceFactory {

  private static final int THREADS = 4;

  OwnEventLoops() {
    setUseGlobalResources(false);
    setLoopResourcesSupplier(() -> LoopResources.create("own", 1, THREADS, true));
  }

  Iterator<EventExecutor> threads() {
    return getLoopResources().onServer(LoopResources.DEFAULT_NATIVE).iterator();
  }
}
