import type { Example } from '../examples';
import { outcomeOf, type Outcome } from '../outcome';
import { usePersonas } from '../sandbox/personas';
import { useActiveExample } from './active';
import { useExchange } from './exchange';
import { NextStep } from './NextStep';
import { contentOf, useReplaceContent, type Content } from './openExample';
import { PrepareButton } from './PrepareButton';
import { TEXTS } from './texts';

/** Below the answer: how the example is to end, as whom, and whether it did. */
export function ExampleNote() {
  const { example } = useActiveExample();
  return (
    <div className="note">
      {example ? <Expectation example={example} /> : <span>Run an operation with Ctrl + Enter.</span>}
    </div>
  );
}

function Expectation({ example }: { example: Example }) {
  const { tab, response } = useActiveExample();
  const inSandbox = usePersonas() !== null;
  const exchange = useExchange(tab?.id);
  const original = contentOf(example, inSandbox);
  const isChanged = tab?.query !== original.query || (tab.variables ?? '') !== original.variables;
  const outcome = exchange?.state === 'answered' ? outcomeOf(example, response) : null;
  // A story starts over with its first step.
  const isOff = outcome?.asExpected === false && !isChanged && example.steps.length === 1;
  return (
    <>
      <span className="note-expectation">
        <span>Expected</span>
        <Expects example={example} />
        {inSandbox ? <As persona={example.persona} /> : <span>{TEXTS.forTheSandbox}</span>}
      </span>
      <span className="note-outcome">
        <Verdict example={example} outcome={outcome} isChanged={isChanged && inSandbox} />
        <span className="note-buttons">
          <NextStep example={example} />
          {isChanged && <RestoreButton original={original} />}
          <PrepareButton key={example.name} example={example} isOff={isOff} />
        </span>
      </span>
    </>
  );
}

function Expects({ example }: { example: Example }) {
  if (example.expects.length === 0) return <span className="note-expects success">success</span>;
  const all = example.expects.join(', ');
  return (
    <span className="note-expects refusal" title={all}>
      {example.expects.length === 1 ? all : `${example.expects.length} errors`}
    </span>
  );
}

function As({ persona }: { persona: string }) {
  const personas = usePersonas();
  const meant = personas?.all.find(({ name }) => name === persona);
  if (!personas || !meant) return null;
  if (meant === personas.current) return <span className="note-as">as {meant.displayName}</span>;
  return (
    <button
      type="button"
      className="button small"
      onClick={() => {
        personas.choose(persona);
      }}
    >
      Act as {meant.displayName}
    </button>
  );
}

/** For an example that was changed: one click brings it back as it was, and Ctrl + Z undoes that. */
function RestoreButton({ original }: { original: Content }) {
  const replace = useReplaceContent();
  return (
    <button
      type="button"
      className="button small"
      onClick={() => {
        replace(original);
      }}
    >
      {TEXTS.restore}
    </button>
  );
}

interface VerdictProps {
  example: Example;
  outcome: Outcome | null;
  isChanged: boolean;
}

function Verdict({ example, outcome, isChanged }: VerdictProps) {
  const verdict = outcome && verdictOn(outcome);
  return (
    <span className="note-verdict" role="status" data-as-expected={outcome?.asExpected} title={verdict ?? undefined}>
      {verdict ?? (isChanged ? TEXTS.changed : example.faults ? TEXTS.toPrepare : TEXTS.notRun)}
    </span>
  );
}

function verdictOn({ asExpected, isRepeat, found }: Outcome): string {
  if (isRepeat) return TEXTS.asExpectedAgain;
  return asExpected ? TEXTS.asExpected : TEXTS.instead(found);
}
