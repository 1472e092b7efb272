import { useState } from 'react';
import type { Mode } from './change';
import type { Trouble } from './run';
import { TEXTS } from './texts';
import type { Progress } from './useList';

const { run: T } = TEXTS;

interface RunProgressProps {
  mode: Mode;
  progress: Progress | null;
  trouble: Trouble | null;
  summary: string;
}

/** How far it is: for the eye at every step, for the ear at every quarter and at the end. */
export function RunProgress({ mode, progress, trouble, summary }: RunProgressProps) {
  const shown = progress ? textOf(progress) : trouble && troubleText(trouble, mode);
  return (
    <>
      {progress && <progress aria-label={T.progress} value={progress.done} max={progress.of} />}
      <p className={trouble && !progress ? 'notice' : 'hint'}>{shown}</p>
      <p role="status" className="visually-hidden">
        {progress ? <Quarters progress={progress} /> : [shown, summary].filter(Boolean).join(' ')}
      </p>
    </>
  );
}

/** The text as it was when the last quarter began. */
function Quarters({ progress }: { progress: Progress }) {
  const [told, setTold] = useState({ step: '', text: '' });
  const step = `${Math.floor((4 * progress.done) / progress.of)} ${progress.pause ?? ''}`;
  if (told.step !== step) setTold({ step, text: textOf(progress) });
  return told.text;
}

function textOf({ task, done, of, pause }: Progress): string {
  const text = T.done(task, done, of);
  return pause === null ? text : `${text}. ${T.pausing(pause)}`;
}

function troubleText(trouble: Trouble, mode: Mode): string {
  switch (trouble.is) {
    case 'stopped':
      return T.stopped;
    case 'no-answer':
      return trouble.task === 'check' ? T.noAnswer.check : T.noAnswer.write[mode];
    case 'refused':
      return T.notSent(trouble.message);
  }
}
