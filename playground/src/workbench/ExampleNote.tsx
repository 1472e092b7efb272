import type { Example } from '../examples';
import { outcomeOf, type Outcome } from '../outcome';
import { usePersonas } from '../sandbox/personas';
import { useActiveExample } from './active';
import { NextStep } from './NextStep';
import { PrepareButton } from './PrepareButton';

/** Below the answer: how the example is to end, as whom, and whether it did. */
export function ExampleNote() {
  const { example, response } = useActiveExample();
  return (
    <div className="note">
      {example ? (
        <Expectation example={example} response={response} />
      ) : (
        <span>Run an operation with Ctrl + Enter.</span>
      )}
    </div>
  );
}

interface ExpectationProps {
  example: Example;
  response: string | null;
}

function Expectation({ example, response }: ExpectationProps) {
  return (
    <>
      <span className="note-expectation">
        <span>Expected</span>
        <Expects example={example} />
        <As persona={example.persona} />
      </span>
      <span className="note-outcome">
        <Verdict example={example} response={response} />
        <NextStep example={example} />
        <PrepareButton key={example.name} faults={example.faults} />
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

function Verdict({ example, response }: ExpectationProps) {
  const outcome = outcomeOf(example, response);
  const verdict = outcome && verdictOn(outcome);
  return (
    <span className="note-verdict" role="status" data-as-expected={outcome?.asExpected} title={verdict ?? undefined}>
      {verdict ?? (example.faults ? 'Something has to go wrong first' : 'Not run yet')}
    </span>
  );
}

function verdictOn({ asExpected, found }: Outcome): string {
  return asExpected ? '✓ As expected' : `Answered ${found.join(', ') || 'success'} instead`;
}
