import { useEffect, useEffectEvent, useState } from 'react';
import { PasswordResetOperationText, type PasswordResetFragment } from '../../../../client';
import type { Gateway } from '../../gateway';

/** How far a reset is; `isUnsure` when the last question was not answered. */
export interface Following {
  readonly operation: PasswordResetFragment;
  readonly isUnsure: boolean;
}

const SHORTEST_PAUSE_S = 0.5;
const PAUSE_AFTER_FAILURE_S = 5;

/**
 * Follows a reset until it has ended, for as long as it is looked at; null when there is none to follow. `onEnd` hears of the end of
 * one that had not ended from the start.
 */
export function useOperation(
  gateway: Gateway,
  first: PasswordResetFragment | null,
  onEnd: (operation: PasswordResetFragment) => void,
): Following | null {
  const [latest, setLatest] = useState<PasswordResetFragment | null>(null);
  const [isUnsure, setUnsure] = useState(false);
  const id = first?.id;
  const isFinished = first?.isFinished ?? true;
  const tellEnd = useEffectEvent(onEnd);
  const firstPause = first?.pollAfterSeconds ?? SHORTEST_PAUSE_S;

  useEffect(() => {
    if (id === undefined || isFinished) return;
    const operationId = id;
    let isOver = false;
    let timer = setTimeout(() => void ask(), firstPause * 1000);

    async function ask() {
      const operation = await read(gateway, operationId);
      if (isOver) return;
      setUnsure(operation === null);
      if (operation) setLatest(operation);
      if (operation?.isFinished) {
        tellEnd(operation);
        return;
      }
      const pause = operation ? Math.max(operation.pollAfterSeconds ?? 0, SHORTEST_PAUSE_S) : PAUSE_AFTER_FAILURE_S;
      timer = setTimeout(() => void ask(), pause * 1000);
    }

    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [gateway, id, isFinished, firstPause]);

  if (first === null) return null;
  return { operation: latest?.id === id ? (latest ?? first) : first, isUnsure };
}

async function read(gateway: Gateway, id: string): Promise<PasswordResetFragment | null> {
  try {
    const { node } = await gateway.query(PasswordResetOperationText, { id });
    return node && isOperation(node) ? node : null;
  } catch {
    return null;
  }
}

/** An id leads to any kind of node. */
function isOperation(node: object): node is PasswordResetFragment {
  return 'status' in node;
}
