package dev.authmethods.gateway.api.check;

import graphql.language.FragmentSpread;
import java.util.List;

/** The fragments and variables that an operation or fragment uses itself. */
record Usage(List<FragmentSpread> spreads, List<VariableUse> variables) {}
