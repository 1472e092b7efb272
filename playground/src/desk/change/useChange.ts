import { useEffect, useRef, useState } from 'react';
import type { Payload } from '../../../client';
import type { OpenKeys } from '../keys';
import { checkChange, makeChange, type Change, type Ending, type Pause } from './change';

export type Task = 'check' | 'make';

/** How something ended. */
export interface Told<P extends Payload = Payload> {
  readonly task: Task;
  readonly ending: Ending<P>;
}

interface Surroundings {
  readonly keys: OpenKeys;
  readonly onBusy: (busy: boolean) => void;
  readonly readAgain: () => Promise<void>;
}

/**
 * Makes or checks changes, one at a time, and tells how the last one ended. What is unknown locks everything until it is known, or
 * left. The element of `home` takes the focus when what had it is gone.
 */
export function useChange<P extends Payload>({ keys, onBusy, readAgain }: Surroundings) {
  const [told, setTold] = useState<Told<P> | null>(null);
  const [task, setTask] = useState<Task | 'read' | null>(null);
  /** Kept only while it is unknown what became of it: it may hold a secret. */
  const [open, setOpen] = useState<Change<P> | null>(null);
  const [pause, setPause] = useState<Pause | null>(null);
  const wasLeft = useRef(false);
  const home = useRef<HTMLHeadingElement>(null);
  const isOpen = open !== null;

  useEffect(() => {
    if (told && hasLostFocus()) home.current?.focus({ preventScroll: true });
  }, [told]);

  /** Answers null when nothing was asked, or nobody waited for the end. */
  async function perform(next: Task, change: Change<P>): Promise<Ending<P> | null> {
    if (task !== null) return null;
    wasLeft.current = false;
    setTask(next);
    setTold(null);
    setOpen(null);
    onBusy(true);
    const ending = next === 'check' ? await checkChange(change) : await makeChange(change, keys, setPause);
    if (hasBeenLeft()) {
      await readAfterLeaving();
      return null;
    }
    if (mayHaveChanged(next, ending)) await readAgain();
    const isUnknown = next === 'make' && ending.is === 'unknown';
    setTold({ task: next, ending });
    setOpen(isUnknown ? change : null);
    setTask(null);
    // Nobody loses sight of what is unknown without leaving it.
    onBusy(isUnknown);
    return ending;
  }

  function hasBeenLeft(): boolean {
    return wasLeft.current;
  }

  /** What became of it stays unknown: the user is read again, and somebody else can be looked for meanwhile. */
  async function readAfterLeaving() {
    setTask('read');
    setTold(null);
    setOpen(null);
    onBusy(false);
    await readAgain();
    setTask(null);
  }

  return {
    told,
    /** What is under way. */
    task,
    pause,
    /** Whether it is unknown what became of the last change. */
    isOpen,
    /** Whether nothing else can be begun. */
    locked: task !== null || isOpen,
    home,
    make: async (change: Change<P>) => (isOpen ? null : perform('make', change)),
    check: async (change: Change<P>) => (isOpen ? null : perform('check', change)),
    /** Says nothing more of the last one, unless it is unknown. */
    forget: () => {
      if (!isOpen && task === null) setTold(null);
    },
    /** Asks once more for what is unknown; answers null while the first question still goes on. */
    repeat: async () => {
      home.current?.focus();
      if (pause) pause.end();
      return pause || !open ? null : perform('make', open);
    },
    /** Asks no more for what is unknown. */
    leave: async () => {
      home.current?.focus();
      wasLeft.current = true;
      if (pause) pause.leave();
      else await readAfterLeaving();
    },
    /** Says something else of the last change; null for nothing more. */
    retell: (next: (before: Told<P>) => Told<P> | null) => {
      setTold((before) => before && next(before));
    },
  };
}

/** What is shown of the user may no longer be so. */
function mayHaveChanged(task: Task, ending: Ending): boolean {
  if (ending.is === 'refused') return ending.errors.some(({ category }) => STALE.has(category));
  return task === 'make' && (ending.is === 'applied' || ending.is === 'overtaken');
}

const STALE = new Set<string>(['CONFLICT', 'NOT_FOUND']);

function hasLostFocus(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.matches(':disabled');
}
