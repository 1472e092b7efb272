package dev.authmethods.truth;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One mutation of a pass under one kind of fault, and what it was answered each time it was sent. */
final class PassTrial {

  /** What is done to the pass of a user. */
  enum Deed {
    CREATE,
    REPLACE,
    DELETE,
  }

  /** Allows any lifetime, so that it tells one pass from another. */
  static final String ANY_LIFETIME =
    "{\"temporaryAccessPassPolicy\": {\"minimumLifetimeInMinutes\": 10, \"maximumLifetimeInMinutes\": 43200}}";

  private static final String CREATION = """
  mutation ($input: CreateTemporaryAccessPassInput!) { payload: createTemporaryAccessPass(input: $input) {
    passCode passCodeState confirmation replayed errors { __typename } } }
  """;
  private static final String DELETION = """
  mutation ($input: DeleteTemporaryAccessPassInput!) { payload: deleteTemporaryAccessPass(input: $input) {
    confirmation replayed errors { __typename } } }
  """;
  private static final int USERS = 192;

  private final PassFault fault;
  private final Deed deed;
  private final String user;
  private final int lifetime;
  private final String key = UUID.randomUUID().toString();
  private final List<Reply> replies = new ArrayList<>();

  private PassTrial(PassFault fault, Deed deed, int number) {
    this.fault = fault;
    this.deed = deed;
    this.user = MutationDraw.id(1 + (number % USERS));
    this.lifetime = 100 + number;
  }

  static List<PassTrial> of(List<PassFault> faults, int each) {
    var trials = new ArrayList<PassTrial>();
    for (var fault : faults) {
      for (int i = 0; i < each; i++) {
        for (var deed : Deed.values()) {
          trials.add(new PassTrial(fault, deed, trials.size()));
        }
      }
    }
    return trials;
  }

  Deed deed() {
    return deed;
  }

  /** Gives the user a pass, if there has to be one, and sends the mutation for the first time. */
  void begin(Gateway gateway, SandboxControl sandbox, Tokens tokens) {
    if (deed != Deed.CREATE) {
      sandbox.graph(sandbox.applicationToken(), "POST", "/" + path(), "{\"lifetimeInMinutes\": 60}");
    }
    var method = deed == Deed.DELETE ? "DELETE" : "POST";
    sandbox.fault(
      "{\"match\": {\"method\": \"%s\", \"path\": \"%s\"}, %s}".formatted(
        method,
        user,
        fault.effect().replace("%s", "/" + path())
      )
    );
    repeat(gateway, tokens);
  }

  private String path() {
    return "users/" + user + "/authentication/temporaryAccessPassMethods";
  }

  /** Sends it, with the same key as before. */
  void repeat(Gateway gateway, Tokens tokens) {
    var input = new HashMap<String, Object>(Map.of("user", PhoneMutation.ref(user), "idempotencyKey", key));
    if (deed != Deed.DELETE) {
      input.put("lifetimeInMinutes", lifetime);
      input.put("replaceExisting", true);
    }
    replies.add(
      gateway.execute(tokens.of(Admin.PRIVILEGED), deed == Deed.DELETE ? DELETION : CREATION, Map.of("input", input))
    );
  }

  boolean isUnknown() {
    return said().equals("OutcomeUnknownError");
  }

  /** What the last answer says: the error, or the state of the code. */
  String said() {
    var last = replies.getLast();
    var errors = last.typesAt("/data/payload/errors");
    if (!last.at("/errors").isMissingNode() || last.at("/data/payload").isMissingNode()) {
      return "no payload, status " + last.status();
    }
    return errors.isEmpty() ? "made " + last.textAt("/data/payload/passCodeState") : errors.getFirst();
  }

  private boolean isMade() {
    return said().startsWith("made");
  }

  /** What is not true about the answers; empty when all is well. */
  Optional<String> objection(SandboxControl sandbox, List<JsonNode> ledger, List<JsonNode> requests) {
    return wrong(sandbox, ledger)
      .or(() -> blind(requests))
      .map(text ->
        "%s [%s] %s of %s: %s".formatted(text, fault.name(), deed, user, replies.stream().map(Reply::text).toList())
      );
  }

  private Optional<String> wrong(SandboxControl sandbox, List<JsonNode> ledger) {
    var ours = ledger.stream().filter(this::isOurs).count();
    if (ours > 1) {
      return Optional.of("MADE TWICE");
    }
    if (isMade() && deed != Deed.DELETE && ours == 0) {
      return Optional.of("WRONG: not made");
    }
    if (!isMade() && ours > 0 && !said().equals("AccessPassChangedError")) {
      return Optional.of("WRONG: made");
    }
    if (
      isMade() &&
      deed == Deed.DELETE &&
      sandbox.methods(user, "temporaryAccessPassMethods").stream().anyMatch(this::isOld)
    ) {
      return Optional.of("WRONG: not deleted");
    }
    return code(sandbox);
  }

  /** A code that is shown is that of the pass, unless somebody else has replaced it. */
  private Optional<String> code(SandboxControl sandbox) {
    var shown = replies.getLast().textAt("/data/payload/passCode");
    var isOther = sandbox
      .methods(user, "temporaryAccessPassMethods")
      .stream()
      .filter(pass -> pass.path("lifetimeInMinutes").asInt() == lifetime)
      .anyMatch(pass -> !pass.path("temporaryAccessPass").asString("").equals(shown));
    return !shown.isEmpty() && isOther ? Optional.of("WRONG: code") : Optional.empty();
  }

  private boolean isOld(JsonNode pass) {
    return pass.path("lifetimeInMinutes").asInt() == 60;
  }

  private boolean isOurs(JsonNode change) {
    return (
      change.path("user").asString("").equals(user) &&
      change.path("by").asString("").equals(Admin.PRIVILEGED.objectId()) &&
      change.path("operation").asString("").equals("create")
    );
  }

  /** Whether a write followed another without a look in between. A refused token is no sending. */
  private Optional<String> blind(List<JsonNode> requests) {
    var sent = requests
      .stream()
      .filter(
        call ->
          call.path("path").asString("").contains(user) &&
          call.path("by").asString("").equals(Admin.PRIVILEGED.objectId())
      )
      .toList();
    for (int i = 1; i < sent.size(); i++) {
      if (
        isWrite(sent.get(i)) &&
        isWrite(sent.get(i - 1)) &&
        sent
          .get(i - 1)
          .path("status")
          .asInt() != 401
      ) {
        return Optional.of("BLIND");
      }
    }
    return Optional.empty();
  }

  private static boolean isWrite(JsonNode call) {
    return !call.path("method").asString("").equals("GET");
  }
}
