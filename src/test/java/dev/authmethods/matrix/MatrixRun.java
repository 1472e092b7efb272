package dev.authmethods.matrix;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tries the cells of one gateway and one set of permissions. The targets of a block, one persona and one action, differ, so that its
 * cells do not disturb each other; the sandbox is reset before the next block if this one wrote anything.
 */
final class MatrixRun {

  private static final Logger LOG = LoggerFactory.getLogger(MatrixRun.class);
  private static final int AT_A_TIME = 6;

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final AccessModel model;
  private final String preparer;
  private boolean isFresh;

  MatrixRun(Gateway gateway, SandboxControl sandbox, AccessModel model) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.model = model;
    this.preparer = sandbox.applicationToken();
  }

  /** The cells of these actions. */
  List<Cell> run(List<Action> actions) {
    var tokens = Persona.ALL.stream().collect(Collectors.toMap(Persona::name, this::token));
    var cells = new ArrayList<Cell>();
    try (var pool = Executors.newFixedThreadPool(AT_A_TIME)) {
      for (var action : actions) {
        isFresh = false;
        for (var persona : Persona.ALL) {
          prepare(action, pool);
          cells.addAll(block(persona, action, Objects.requireNonNull(tokens.get(persona.name())), pool));
        }
      }
    }
    return cells;
  }

  private List<Cell> block(Persona persona, Action action, String token, ExecutorService pool) {
    var targets = Target.of(persona);
    var attempts = all(
      pool,
      targets
        .stream()
        .<Callable<Attempt>>map(target -> () -> Attempt.of(action, target, token, gateway))
        .toList()
    );
    var writes = sandbox.ledger();
    isFresh = writes.isEmpty();
    Map<String, List<JsonNode>> byUser = writes
      .stream()
      .collect(Collectors.groupingBy(write -> write.path("user").asString("")));
    var by = model.asApplication() ? "" : persona.oid();
    var cells = new ArrayList<Cell>();
    for (var attempt : attempts) {
      var target = attempt.target();
      var ofTarget = byUser.remove(target.oid());
      var verdict = attempt.verdict(ofTarget == null ? List.of() : ofTarget, by);
      var cell = new Cell(persona, action, target, model.allows(persona, action, target), verdict);
      if (cell.isDifferent()) {
        LOG.warn("{} {} {} {} {}", model, cell, attempt.reply().status(), attempt.reply().text(), ofTarget);
      }
      cells.add(cell);
    }
    if (!byUser.isEmpty()) {
      throw new AssertionError("Somebody else was changed: " + byUser);
    }
    return cells;
  }

  /** The methods that the action takes, of everybody whom an application reaches. */
  private void prepare(Action action, ExecutorService pool) {
    if (isFresh) {
      return;
    }
    sandbox.call("POST", "/reset", "{}");
    sandbox.consent(consent());
    var preparation = new EnumMap<Action, String>(
      Map.of(
        Action.UPDATE_PHONE_METHOD,
        "phoneMethods {\"phoneType\": \"mobile\", \"phoneNumber\": \"+1 2065550177\"}",
        Action.DELETE_PHONE_METHOD,
        "phoneMethods {\"phoneType\": \"mobile\", \"phoneNumber\": \"+1 2065550177\"}",
        Action.DELETE_AUTHENTICATION_METHOD,
        "phoneMethods {\"phoneType\": \"mobile\", \"phoneNumber\": \"+1 2065550177\"}",
        Action.RESET_MFA,
        "phoneMethods {\"phoneType\": \"mobile\", \"phoneNumber\": \"+1 2065550177\"}",
        Action.UPDATE_EMAIL_METHOD,
        "emailMethods {\"emailAddress\": \"before@example.com\"}",
        Action.DELETE_EMAIL_METHOD,
        "emailMethods {\"emailAddress\": \"before@example.com\"}",
        Action.DELETE_TEMPORARY_ACCESS_PASS,
        "temporaryAccessPassMethods {}"
      )
    ).get(action);
    if (preparation != null) {
      var parts = preparation.split(" ", 2);
      all(
        pool,
        Persona.ALL.stream()
          .flatMap(persona -> Target.of(persona).stream())
          .map(Target::oid)
          .distinct()
          .<Callable<Integer>>map(
            oid -> () ->
              sandbox.graph(preparer, "POST", "/users/" + oid + "/authentication/" + parts[0], parts[1]).status()
          )
          .toList()
      );
      sandbox.clearLedger();
    }
  }

  private String consent() {
    var names = model.permissions().names();
    return new JsonMapper().writeValueAsString(Map.of("delegated", names, "application", names));
  }

  /** Each set of permissions needs other tokens: the gateway keeps those that Entra gave it for one. */
  private String token(Persona persona) {
    var claims = Map.of(
      "oid",
      persona.oid(),
      "wids",
      persona
        .roles()
        .stream()
        .map(role -> role.id)
        .toList(),
      "matrix",
      model.permissions().name()
    );
    return switch (persona.kind()) {
      case STRANGER -> persona.name().equals("other tenant") ? sandbox.token("foreign") : "x";
      case APPLICATION -> sandbox.token("app", Map.of("matrix", model.permissions().name()));
      case USER -> sandbox.token("user", claims);
    };
  }

  private static <T> List<T> all(ExecutorService pool, List<Callable<T>> work) {
    try {
      return pool.invokeAll(work).stream().map(MatrixRun::result).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static <T> T result(Future<T> done) {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
