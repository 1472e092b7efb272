package dev.authmethods.sandbox;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was asked, in order, for tests to look at; it holds no bodies, tokens or numbers. */
final class CallLog {

  private final List<ObjectNode> entries = new ArrayList<>();

  synchronized void add(ObjectNode entry) {
    entries.add(entry);
  }

  synchronized void clear() {
    entries.clear();
  }

  synchronized ArrayNode json() {
    return Json.array(entries);
  }
}
