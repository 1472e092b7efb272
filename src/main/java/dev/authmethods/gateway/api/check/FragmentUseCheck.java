package dev.authmethods.gateway.api.check;

import dev.authmethods.gateway.api.problem.Problem;
import dev.authmethods.gateway.api.problem.Reason;
import dev.authmethods.gateway.api.problem.ShownName;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks which fragments nobody uses, and which lead back to themselves.
 *
 * @param fragments what each fragment uses
 */
record FragmentUseCheck(Subject subject, Map<String, Usage> fragments) {
  /**
   * @param operations what each operation uses
   */
  void check(List<Usage> operations) {
    var used = new HashSet<String>();
    operations.forEach(operation -> used.addAll(reached(operation)));
    subject
      .document()
      .getDefinitionsOfType(FragmentDefinition.class)
      .stream()
      .filter(fragment -> !used.contains(fragment.getName()))
      .forEach(this::addUnused);
    new Cycles().check();
  }

  private void addUnused(FragmentDefinition fragment) {
    subject
      .problems()
      .add(Problem.of(Reason.UNUSED_FRAGMENT, Subject.places(fragment), ShownName.of(fragment.getName())));
  }

  /** The names of all fragments that something uses, itself or by way of others. */
  Set<String> reached(Usage from) {
    var names = new LinkedHashSet<String>();
    var open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      for (var spread : open.removeLast().spreads()) {
        var next = fragments.get(spread.getName());
        if (names.add(spread.getName()) && next != null) {
          open.add(next);
        }
      }
    }
    return names;
  }

  /** Goes through all fragments once, and reports each cycle. */
  private final class Cycles {

    private final Set<String> seen = new HashSet<>();
    private final List<String> names = new ArrayList<>();
    private final List<FragmentSpread> way = new ArrayList<>();

    void check() {
      fragments.keySet().forEach(this::visit);
    }

    private void visit(String name) {
      var usage = fragments.get(name);
      if (usage == null || !seen.add(name)) {
        return;
      }
      names.add(name);
      for (var spread : usage.spreads()) {
        way.add(spread);
        var begin = names.indexOf(spread.getName());
        if (begin < 0) {
          visit(spread.getName());
        } else {
          add(spread.getName(), names.subList(begin + 1, names.size()), way.subList(begin, way.size()));
        }
        way.removeLast();
      }
      names.removeLast();
    }

    private void add(String name, List<String> between, List<FragmentSpread> circle) {
      var places = circle.stream().map(FragmentSpread::getSourceLocation).toList();
      var problem = Problem.of(
        Reason.FRAGMENT_CYCLE,
        List.<SourceLocation>copyOf(places),
        ShownName.of(name),
        between
          .stream()
          .map(one -> "\"" + ShownName.of(one) + "\"")
          .collect(Collectors.joining(", "))
      );
      subject.problems().add(between.isEmpty() ? problem : problem.because("BY_OTHERS"));
    }
  }
}
