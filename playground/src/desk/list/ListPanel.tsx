import { useEffect, useRef, useState } from 'react';
import type { CountryCode } from 'libphonenumber-js/min';
import type { Task } from './change';
import { download } from './download';
import type { Focus } from './LineRow';
import { LineTable } from './LineTable';
import type { Line } from './lines';
import { NeededLines } from './NeededLines';
import type { Field } from './problems';
import { Readings } from './Readings';
import { leftCsv, leftOf, resultsCsv } from './results';
import { RunProgress } from './RunProgress';
import { TEXTS, type Verdict } from './texts';
import type { ListHandle } from './useList';
import { byVerdict, countsOf, isSendable, refusedOf, uncheckedOf } from './verdict';

const { run: T } = TEXTS;

interface ListPanelProps {
  bulk: ListHandle;
  country: CountryCode | null;
  isPreselected: boolean;
  onCountry: (country: CountryCode | null) => void;
  onBack: () => void;
}

/** The lines of a list, what became of each, and the next steps. */
export function ListPanel({ bulk, country, isPreselected, onCountry, onBack }: ListPanelProps) {
  const { list, progress, trouble } = bulk;
  const title = useRef<HTMLHeadingElement>(null);
  const [shown, setShown] = useState<Verdict | null>(null);
  const [focus, setFocus] = useState<Focus | null>(null);
  const groups = byVerdict(list);
  const isBusy = progress !== null;
  const summary = countsOf(groups, list.mode);

  // A button that has had its use goes away, and must not take the focus along.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) {
      title.current?.focus({ preventScroll: true });
    }
  });

  function edit(line: Line, field?: Field) {
    if (isBusy) return;
    const { user, type, phoneNumber } = line;
    if (!list.drafts.has(line.id)) bulk.edit(line.id, { user, type, phoneNumber });
    if (field !== undefined && shown !== 'needed') setShown(null);
    setFocus({ id: line.id, field: field ?? 'user' });
  }

  return (
    <section className="card list-card" aria-label={T.region}>
      {/* The button stays in its place: whoever clicks it once more must not hit one that sends. */}
      <div className="results-head">
        <h2 ref={title} tabIndex={-1}>
          {summary}
        </h2>
        <button
          type="button"
          className="button"
          aria-disabled={!isBusy || progress.stopping}
          onClick={() => {
            if (isBusy) bulk.stop();
          }}
        >
          {progress?.stopping ? T.stopping : T.stop}
        </button>
      </div>
      <RunProgress mode={list.mode} progress={progress} trouble={trouble} summary={summary} />
      <Steps bulk={bulk} groups={groups} onBack={onBack} />
      <Readings
        list={list}
        country={country}
        isPreselected={isPreselected}
        isBusy={isBusy}
        onCountry={onCountry}
        onAccept={bulk.accept}
      />
      <NeededLines
        list={list}
        lines={groups.get('needed') ?? []}
        isBusy={isBusy}
        onLine={edit}
        onAll={() => {
          setShown('needed');
        }}
      />
      <LineTable
        list={list}
        groups={groups}
        shown={shown}
        isBusy={isBusy}
        focus={focus}
        onShown={setShown}
        edit={edit}
        draft={(id, draft) => {
          bulk.edit(id, draft);
          if (draft === null) setFocus({ id, field: 'edit' });
        }}
        save={(id) => {
          bulk.save(id);
          setFocus({ id, field: 'edit' });
        }}
        accept={bulk.accept}
        leaveOut={bulk.leaveOut}
      />
    </section>
  );
}

interface StepsProps {
  bulk: ListPanelProps['bulk'];
  groups: ReadonlyMap<Verdict, readonly Line[]>;
  onBack: () => void;
}

/** What can be done next; nothing while something is on its way. */
function Steps({ bulk, groups, onBack }: StepsProps) {
  const { list, progress, send } = bulk;
  if (progress !== null) return <div className="actions" />;
  const left = leftOf(list).length;
  const hasEnded = groups.has('applied') || groups.has('unknown') || refusedOf(list).length > 0;
  return (
    <>
      <div className="actions">
        <Sending
          lines={(groups.get('checked') ?? []).filter((line) => isSendable(line, list))}
          task="write"
          label={T.write[list.mode]}
          isPrimary
          send={send}
        />
        <Sending lines={groups.get('unknown') ?? []} task="write" label={T.retryUnknown} isPrimary send={send} />
        <Sending lines={refusedOf(list)} task="write" label={T.retry} send={send} />
        <Sending lines={uncheckedOf(list)} task="check" label={T.checkLeft} send={send} />
        {hasEnded && (
          <button
            type="button"
            className="button"
            onClick={() => {
              download(TEXTS.file.results, resultsCsv(list));
            }}
          >
            {T.results}
          </button>
        )}
        {left > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => {
              download(TEXTS.file.left, leftCsv(list));
            }}
          >
            {T.left(left)}
          </button>
        )}
        <button type="button" className="button" onClick={onBack}>
          {T.back}
        </button>
      </div>
      {(hasEnded || left > 0) && <p className="hint">{T.download}</p>}
    </>
  );
}

interface SendingProps {
  lines: readonly Line[];
  task: Task;
  label: (count: number) => string;
  isPrimary?: boolean;
  send: (task: Task, lines: readonly Line[]) => void;
}

function Sending({ lines, task, label, isPrimary = false, send }: SendingProps) {
  if (lines.length === 0) return null;
  return (
    <button
      type="button"
      className={isPrimary ? 'button primary' : 'button'}
      onClick={() => {
        send(task, lines);
      }}
    >
      {label(lines.length)}
    </button>
  );
}
