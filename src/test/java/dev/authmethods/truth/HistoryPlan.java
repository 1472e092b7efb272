package dev.authmethods.truth;

import dev.authmethods.gateway.fixtures.UuidsOfVersion7;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What two or three clients do with the methods and the sessions of one user, and what goes wrong meanwhile; the same seed
 * gives the same plan, but for keys that say when they were made.
 *
 * @param clients what each does, one step after the other
 * @param faults  what the sandbox is told beforehand
 * @param others  what a second administrator may do
 * @param late    whether something may be done later than it is answered
 */
record HistoryPlan(
  long seed,
  String user,
  List<Request> mutations,
  List<List<Step>> clients,
  List<String> faults,
  List<Request> others,
  boolean late
) {
  /**
   * One thing that a client does.
   *
   * @param mutation which one; negative for a look at the methods
   * @param pause    in milliseconds, before it
   */
  record Step(int mutation, int gateway, int pause) {}

  /** Whether the user has a passkey at first. */
  boolean hasPasskey() {
    return seed % 2 == 0;
  }

  static HistoryPlan of(long seed, int user) {
    return new Draft(new Random(seed), MutationDraw.id(user), user).plan(seed);
  }

  /** While it is drawn. */
  private static final class Draft {

    /** What is changed, the one more often than the other. */
    private static final List<Slot> SLOTS = List.of(
      Slot.MOBILE,
      Slot.MOBILE,
      Slot.MOBILE,
      Slot.ALTERNATE_MOBILE,
      Slot.EMAIL,
      Slot.EMAIL,
      Slot.EMAIL
    );

    /** Of a hundred mutations, so many are of the pass, of the passkey and of the sessions; one history in three has a reset. */
    private static final int OF_PASSES = 14;
    private static final int OF_PASSKEYS = 4;
    private static final int OF_SESSIONS = 6;

    private static final List<String> WRITES = List.of("POST", "PATCH", "DELETE");

    /** What may befall a write. */
    private static final List<String> ON_WRITES = List.of(
      "\"status\": 504, \"apply\": true",
      "\"status\": 503, \"apply\": true",
      "\"drop\": true, \"apply\": true",
      "\"truncate\": true",
      "\"status\": 201, \"body\": \"<html>\", \"apply\": true",
      "\"status\": 409, \"code\": \"conflict\", \"apply\": true",
      "\"status\": 504",
      "\"status\": 503, \"retryAfter\": 0",
      "\"drop\": true",
      "\"status\": 429, \"retryAfter\": 0.05",
      "\"status\": 429, \"retryAfter\": 60",
      "\"status\": 401",
      "\"delayMs\": 60",
      "\"status\": 504, \"apply\": true, \"delayMs\": 40",
      "\"status\": 503, \"retryAfter\": 0.5, \"lateMs\": 20"
    );

    /** What may befall a look. */
    private static final List<String> ON_READS = List.of(
      "\"status\": 503",
      "\"status\": 429, \"retryAfter\": 0.05",
      "\"drop\": true",
      "\"status\": 503, \"times\": 4",
      "\"delayMs\": 60",
      "\"mask\": true"
    );

    private final Random random;
    private final String user;
    private final List<Request> mutations = new ArrayList<>();
    private final List<List<Step>> clients = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Request> others = new ArrayList<>();
    private int ends;

    Draft(Random random, String user, int number) {
      this.random = random;
      this.user = user;
      // No number or address ends like the one that the user has.
      this.ends = (number % 50) + 1;
    }

    HistoryPlan plan(long seed) {
      for (int i = 2 + random.nextInt(2); i > 0; i--) {
        clients.add(new ArrayList<>());
      }
      var size = 4 + random.nextInt(7);
      var reset = random.nextInt(3) == 0 ? 1 + random.nextInt(size - 1) : size;
      for (int i = 0; i < size; i++) {
        if (i == reset) {
          reset();
        }
        step();
      }
      for (int i = random.nextInt(4); i > 0; i--) {
        faults.add(fault());
      }
      var late = faults.stream().anyMatch(fault -> fault.contains("lateMs"));
      return new HistoryPlan(seed, user, mutations, clients, faults, others, late);
    }

    private void step() {
      var sort = random.nextInt(100);
      if (sort < 12) {
        add(-1);
      } else if (sort < 40 && !mutations.isEmpty()) {
        add(random.nextInt(mutations.size()));
      } else {
        mutations.add(sort < 47 && !mutations.isEmpty() ? otherWithTheSameKey() : mutation());
        add(mutations.size() - 1);
      }
    }

    private Request otherWithTheSameKey() {
      var other = mutations.get(random.nextInt(mutations.size()));
      if (
        !SLOTS.contains(other.slot()) ||
        mutations
          .stream()
          .filter(each -> each.key().equals(other.key()))
          .count() > 1
      ) {
        return mutation();
      }
      var slot = another(other);
      return new Request(other.admin(), other.deed(), user, slot, text(other.deed(), slot), other.key());
    }

    /** Also of another kind: keys are good for one mutation each. */
    private Slot another(Request other) {
      var slots = SLOTS.stream()
        .filter(slot -> slot != other.slot() && isPossible(other.deed(), slot))
        .toList();
      return slots.get(random.nextInt(slots.size()));
    }

    /** Email addresses are added one by one. */
    private static boolean isPossible(MutationKind deed, Slot slot) {
      return slot.kind() == MethodKind.PHONE || MutationKind.COMMON.contains(deed);
    }

    private void add(int mutation) {
      var step = new Step(mutation, random.nextInt(2), random.nextInt(3) * random.nextInt(40));
      clients.get(random.nextInt(clients.size())).add(step);
    }

    private Request mutation() {
      var sort = random.nextInt(100);
      if (sort < OF_PASSES) {
        return request(random.nextInt(3) == 0 ? MutationKind.DELETE : MutationKind.REPLACE, Slot.PASS);
      }
      if (sort < OF_PASSES + OF_PASSKEYS) {
        return request(MutationKind.DELETE_ANY, Slot.PASSKEY);
      }
      return sort < OF_PASSES + OF_PASSKEYS + OF_SESSIONS
        ? request(MutationKind.REVOKE, Slot.SESSIONS)
        : mutationOfText();
    }

    private Request mutationOfText() {
      var deeds = List.of(
        MutationKind.ADD,
        MutationKind.ADD,
        MutationKind.ADD_ONE_OF_MANY,
        MutationKind.SET,
        MutationKind.UPDATE,
        MutationKind.UPDATE,
        MutationKind.DELETE,
        MutationKind.DELETE_ANY
      );
      var deed = deeds.get(random.nextInt(deeds.size()));
      var slots = SLOTS.stream()
        .filter(each -> isPossible(deed, each))
        .toList();
      return request(deed, slots.get(random.nextInt(slots.size())));
    }

    private Request request(MutationKind deed, Slot slot) {
      var admin = random.nextBoolean() ? Admin.AUTHENTICATION : Admin.PRIVILEGED;
      var key = key();
      return new Request(admin, deed, user, slot, text(deed, slot), key);
    }

    /** Not the first step: there is to be something to take away. */
    private void reset() {
      mutations.add(request(MutationKind.RESET, Slot.SESSIONS));
      add(mutations.size() - 1);
    }

    /** Mostly one that says when it was made, and so that it was not used before Redis was emptied in an earlier round. */
    private String key() {
      return random.nextInt(8) == 0 ? "key-" + random.nextLong() : UuidsOfVersion7.now();
    }

    private String text(MutationKind deed, Slot slot) {
      if (!deed.givesText()) {
        return "";
      }
      ends++;
      return slot.kind().fresh(random.nextInt(10_000), ends % 100);
    }

    private String fault() {
      var sort = random.nextInt(10);
      if (sort < 2) {
        return fault("GET", ON_READS.get(random.nextInt(ON_READS.size())));
      }
      var method = WRITES.get(random.nextInt(WRITES.size()));
      return fault(method, sort < 9 ? ON_WRITES.get(random.nextInt(ON_WRITES.size())) : meanwhile());
    }

    private String fault(String method, String fault) {
      return "{\"match\": {\"method\": \"%s\", \"path\": \"%s\"}, \"skip\": %d, %s}".formatted(
        method,
        user,
        random.nextInt(3),
        fault
      );
    }

    private String meanwhile() {
      var deeds = List.of(MutationKind.ADD, MutationKind.UPDATE, MutationKind.DELETE);
      var deed = deeds.get(random.nextInt(deeds.size()));
      var slot = random.nextBoolean() ? Slot.MOBILE : Slot.EMAIL;
      var other = new Request(Admin.PRIVILEGED, deed, user, slot, text(deed, slot), "");
      others.add(other);
      var scene = new Scene(other, true, other.text());
      var when = random.nextBoolean() ? "BEFORE" : "AFTER";
      var apply = random.nextBoolean() ? "\"status\": 504, \"apply\": true, " : "";
      return (
        apply +
        switch (other.deed()) {
          case ADD -> scene.added(when);
          case UPDATE -> scene.patched(when);
          default -> scene.deleted(when);
        }
      );
    }
  }
}
