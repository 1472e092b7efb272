import { useRef, useState } from 'react';
import type { Gateway } from '../gateway';
import type { OpenKeys } from '../keys';
import { withNumber, type Line } from './lines';
import { run, unsent, type Row, type State } from './run';

/** What is under way: how many lines, and how many of them are done. */
export interface Progress {
  of: number;
  done: number;
  validateOnly: boolean;
  stopping: boolean;
}

/** Lines on their way to the gateway, one run at a time. */
export function useRun(
  gateway: Gateway,
  keys: OpenKeys,
  onBusy: (busy: boolean) => void,
  onOpen: (open: boolean) => void,
) {
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const stopped = useRef(false);

  function tell(states: ReadonlyMap<number, State>) {
    setRows((before) => before?.map((row) => ({ ...row, state: states.get(row.line.number) ?? row.state })) ?? null);
    const done = [...states.values()].filter(({ is }) => is !== 'sending' && is !== 'waiting').length;
    setProgress((before) => before && { ...before, done: before.done + done });
  }

  async function send(lines: readonly Line[], validateOnly: boolean) {
    stopped.current = false;
    onBusy(true);
    setTrouble(null);
    setProgress({ of: lines.length, done: 0, validateOnly, stopping: false });
    setTrouble(await run(lines, { gateway, keys, validateOnly, tell, isStopped: () => stopped.current }));
    setProgress(null);
    onOpen(keys.areThere);
    onBusy(false);
  }

  return {
    rows,
    progress,
    trouble,
    /** Sends some of the lines of a list. */
    begin(all: readonly Line[], lines: readonly Line[], validateOnly: boolean) {
      setRows(all.map((line) => ({ line, state: unsent(line, keys) })));
      void send(lines, validateOnly);
    },
    /** Sends lines of the list again, or for the first time. */
    send(lines: readonly Line[]) {
      if (progress === null) void send(lines, false);
    },
    /** What is on its way goes on. */
    stop() {
      stopped.current = true;
      setProgress((before) => before && { ...before, stopping: true });
    },
    /** Takes the number that the gateway suggests; the line is then still to be sent. */
    correct(corrected: Line, phoneNumber: string) {
      const line = withNumber(corrected, phoneNumber);
      const row = { line, state: unsent(line, keys) };
      setRows((before) => before?.map((other) => (other.line.number === line.number ? row : other)) ?? null);
    },
    leave() {
      setRows(null);
      setTrouble(null);
    },
  };
}
