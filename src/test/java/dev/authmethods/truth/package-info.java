/**
 * Programs that prove that every answer of a mutation is true, also under faults: of phones, email addresses, passkeys, Temporary Access
 * Passes, passwords and sessions, and of the reset that takes them away. They speak to the gateway over HTTP only, and compare its
 * answers with the changes that the sandbox recorded.
 *
 * <p>Five tests begin everything. Each runs briefly with the build and has a long form:
 *
 * <ul>
 *   <li>{@link dev.authmethods.truth.FaultKindsTests}: one mutation at a time under each kind of fault ({@code -Dfaults.each=50}),
 *       removals alone ({@code -Dfaults.removals=true})
 *   <li>{@link dev.authmethods.truth.PassFaultsTests}: the same for passes and their codes ({@code -Dpass.faults.each=30})
 *   <li>{@link dev.authmethods.truth.PasswordResetsTests}: the same for passwords ({@code -Dfaults.each=50})
 *   <li>{@link dev.authmethods.truth.HistoriesTests}: several administrators change one user at once ({@code -Dhistories=1000})
 *   <li>{@link dev.authmethods.truth.DisconnectsTests}: clients go away before the answer ({@code -Ddisconnects=500})
 * </ul>
 *
 * <p>The kinds of methods are data: {@code MethodKind} has the names and the texts of each, {@code Slot} the places of which a user
 * has one method at most, and {@code MutationKind} the mutations. Another kind of methods is a constant of the first two and a
 * way to draw it.
 *
 * <p>Read FaultKindsTests first. {@code FaultList} names the faults, and {@code Where} says for which mutations one makes sense. An
 * {@code Attempt} is a fault with a sort of mutation. {@code MutationDraw} draws a {@code Scene} for it: a {@code Request} and its
 * user. {@code FaultRun} runs it as a {@code Trial}, which collects each {@code Answer}. {@code Effects} makes a {@code History} of
 * the changes in the sandbox, and {@code Verdict} compares each answer with that history, {@code ResetVerdict} that of a reset; a
 * {@code Statement} is what a refusal says about the user's methods. For many clients at once, {@code HistoryPlan} says who does what,
 * {@code HistoryRun} does it, and {@code Linearization} looks for an order of the changes in which every answer is true; in it a reset
 * is a look at what there is and one deletion for each of its {@code ResetSteps}. {@code SessionEnds} judges the end of sessions. Histories
 * leave passwords out: nobody can read a password, and so of two resets at once nobody can tell which came last.
 */
@NullMarked
package dev.authmethods.truth;

import org.jspecify.annotations.NullMarked;
