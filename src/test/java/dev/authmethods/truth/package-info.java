/**
 * Programs that prove that every answer of a mutation is true, also under faults. They speak to the gateway over HTTP only, and
 * compare its answers with the changes that the sandbox recorded.
 *
 * <p>Three tests begin everything. Each runs briefly with the build and has a long form:
 *
 * <ul>
 *   <li>{@link dev.authmethods.truth.FaultKindsTests}: one mutation at a time under each kind of fault ({@code -Dfaults.each=50})
 *   <li>{@link dev.authmethods.truth.HistoriesTests}: several administrators change one user at once ({@code -Dhistories=1000})
 *   <li>{@link dev.authmethods.truth.DisconnectsTests}: clients go away before the answer ({@code -Ddisconnects=500})
 * </ul>
 *
 * <p>Read FaultKindsTests first. {@code FaultList} names the faults. {@code MutationDraw} draws a {@code Scene}: a {@code Request}
 * and its user. {@code FaultRun} runs it as a {@code Trial}, which collects each {@code Answer}. {@code Effects} makes a
 * {@code History} of the changes in the sandbox, and {@code Verdict} compares each answer with that history. For many clients at
 * once, {@code HistoryPlan} says who does what, {@code HistoryRun} does it, and {@code Linearization} looks for an order of the
 * changes in which every answer is true.
 */
@NullMarked
package dev.authmethods.truth;

import org.jspecify.annotations.NullMarked;
