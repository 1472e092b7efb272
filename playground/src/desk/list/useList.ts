import type { CountryCode } from 'libphonenumber-js/min';
import { useMemo, useRef, useState } from 'react';
import type { Gateway } from '../gateway';
import type { OpenKeys } from '../keys';
import { sameAccount } from './account';
import type { Mode, Task } from './change';
import { changed, type Draft, type Line } from './lines';
import { findingsOf } from './problems';
import { run, type Trouble } from './run';
import { openOf } from './send';
import { UNKNOWN, type State } from './state';
import { isSendable, stateOf, type ListState } from './verdict';

/** What is under way: how many lines, and how many of them are done. */
export interface Progress {
  readonly task: Task;
  readonly of: number;
  readonly done: number;
  readonly stopping: boolean;
  /** The seconds that Microsoft asks to wait; null when nothing waits. */
  readonly pause: number | null;
}

/** The parts of a list that somebody changes. */
interface Content {
  readonly mode: Mode;
  readonly lines: readonly Line[];
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly out: ReadonlySet<string>;
}

const EMPTY: Content = { mode: 'add', lines: [], drafts: new Map(), out: new Set() };

/** The lines of a list, and what can be done with them. */
export interface ListHandle {
  readonly list: ListState;
  /** Null when nothing is under way: only then lines can be changed. */
  readonly progress: Progress | null;
  readonly trouble: Trouble | null;
  /** Takes a list in place of the one before, and checks all lines that can be sent. */
  readonly begin: (mode: Mode, all: readonly Line[]) => void;
  readonly send: (task: Task, chosen: readonly Line[]) => void;
  /** What is on its way goes on. */
  readonly stop: () => void;
  /** Opens a line to be edited, or goes on with it; null leaves it as it was. */
  readonly edit: (id: string, draft: Draft | null) => void;
  /** Takes what was edited of a line. */
  readonly save: (id: string) => void;
  /** Takes numbers that were read, or that the gateway suggests, by the ids of their lines. */
  readonly accept: (numbers: ReadonlyMap<string, string>) => void;
  /** Leaves lines out, or takes them back. */
  readonly leaveOut: (ids: readonly string[], isOut: boolean) => void;
}

/** The lines of a list with what became of them; one run at a time. */
export function useList(
  gateway: Gateway,
  keys: OpenKeys,
  country: CountryCode | null,
  onBusy: (busy: boolean) => void,
): ListHandle {
  const [content, setContent] = useState(EMPTY);
  const [states, setStates] = useState<ReadonlyMap<string, State>>(new Map());
  const [progress, setProgress] = useState<Progress | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const stopped = useRef(false);
  const wake = useRef<() => void>(() => undefined);
  const { lines, out } = content;
  const findings = useMemo(() => findingsIn(lines, out, country), [lines, out, country]);
  const list: ListState = { ...content, states, findings };

  function tell(told: ReadonlyMap<string, State>) {
    setStates((before) => new Map([...before, ...told]));
    const done = [...told.values()].filter(({ is }) => is !== 'sending').length;
    setProgress((before) => before && { ...before, done: Math.min(before.of, before.done + done) });
  }

  /** Ends when the seconds are over, or somebody stops. */
  async function pause(seconds: number) {
    setProgress((before) => before && { ...before, pause: seconds });
    await new Promise<void>((resolve) => {
      wake.current = resolve;
      setTimeout(resolve, seconds * 1000);
    });
    setProgress((before) => before && { ...before, pause: null });
  }

  async function send(task: Task, chosen: readonly Line[], of: Pick<ListState, 'mode' | 'states'>) {
    if (chosen.length === 0) return;
    stopped.current = false;
    onBusy(true);
    setTrouble(null);
    setProgress({ task, of: chosen.length, done: 0, stopping: false, pause: null });
    const rows = chosen.map((line) => ({ line, state: stateOf(line.id, of) }));
    setTrouble(await run(rows, { gateway, keys, mode: of.mode, task, tell, pause, isStopped: () => stopped.current }));
    setProgress(null);
    onBusy(false);
  }

  /** Takes lines that somebody changed, and checks them and the others of their users. */
  function take(next: Content, touched: readonly string[]) {
    const nextFindings = findingsIn(next.lines, next.out, country);
    const users = new Set(next.lines.filter(({ id }) => touched.includes(id)).map(({ user }) => sameAccount(user)));
    const kept = new Map([...states].filter(([id, { is }]) => !touched.includes(id) || is === 'applied'));
    for (const id of openOf(next.lines, { keys, mode: next.mode })) kept.set(id, UNKNOWN);
    const isUnsettled = ({ id }: Line) => !['applied', 'unknown'].includes(stateOf(id, { states: kept }).is);
    const chosen = next.lines.filter(
      (line) =>
        users.has(sameAccount(line.user)) && isUnsettled(line) && isSendable(line, { ...next, findings: nextFindings }),
    );
    setContent(next);
    setStates(kept);
    void send('check', chosen, { mode: next.mode, states: kept });
  }

  return {
    list,
    progress,
    trouble,
    begin(mode: Mode, all: readonly Line[]) {
      const next: Content = { ...EMPTY, mode, lines: all };
      const open: [string, State][] = [...openOf(all, { keys, mode })].map((id) => [id, UNKNOWN]);
      const opened = new Map(open);
      setContent(next);
      setStates(opened);
      const sendable = { ...next, findings: findingsIn(all, next.out, country) };
      const chosen = all.filter((line) => !opened.has(line.id) && isSendable(line, sendable));
      void send('check', chosen, { mode, states: opened });
    },
    send(task: Task, chosen: readonly Line[]) {
      if (progress === null) void send(task, chosen, list);
    },
    stop() {
      stopped.current = true;
      wake.current();
      setProgress((before) => before && { ...before, stopping: true });
    },
    edit(id: string, draft: Draft | null) {
      setContent((before) => ({ ...before, drafts: withEntry(before.drafts, id, draft) }));
    },
    save(id: string) {
      const draft = content.drafts.get(id);
      if (progress !== null || !draft) return;
      const edited = lines.map((line) => (line.id === id ? changed(line, draft) : line));
      take({ ...content, lines: edited, drafts: withEntry(content.drafts, id, null) }, [id]);
    },
    accept(numbers: ReadonlyMap<string, string>) {
      if (progress !== null) return;
      const next = lines.map((line) => {
        const phoneNumber = numbers.get(line.id);
        return phoneNumber === undefined ? line : { ...line, phoneNumber };
      });
      take({ ...content, lines: next }, [...numbers.keys()]);
    },
    leaveOut(ids: readonly string[], isOut: boolean) {
      if (progress !== null) return;
      const next = new Set(out);
      for (const id of ids) {
        if (isOut) next.add(id);
        else next.delete(id);
      }
      take({ ...content, out: next }, ids);
    },
  };
}

function findingsIn(lines: readonly Line[], out: ReadonlySet<string>, country: CountryCode | null) {
  return findingsOf(
    lines.filter(({ id }) => !out.has(id)),
    country,
  );
}

function withEntry(drafts: ReadonlyMap<string, Draft>, id: string, draft: Draft | null): ReadonlyMap<string, Draft> {
  const next = new Map(drafts);
  if (draft === null) next.delete(id);
  else next.set(id, draft);
  return next;
}
