import type { Progress } from './useRun';

interface RunProgressProps {
  progress: Progress | null;
  trouble: string | null;
  summary: string;
}

/** How far it is, told to those who do not see the bar too. */
export function RunProgress({ progress, trouble, summary }: RunProgressProps) {
  return (
    <>
      {progress && <progress aria-label="Lines done" value={progress.done} max={progress.of} />}
      <p role="status" className={progress || trouble ? 'hint' : 'visually-hidden'}>
        {progress ? textOf(progress) : [trouble, summary].filter(Boolean).join(' ')}
      </p>
    </>
  );
}

function textOf({ validateOnly, done, of }: Progress): string {
  return `${validateOnly ? 'Checked' : 'Done'}: ${done} of ${of}`;
}
