import { useState } from 'react';
import type { Gateway } from '../gateway';
import { OpenKeys } from '../keys';
import { linesOf } from './lines';
import { ListEditor } from './ListEditor';
import { Results } from './Results';
import { useRun } from './useRun';

interface ManyPeopleProps {
  gateway: Gateway;
  withSamples: boolean;
  onBusy: (busy: boolean) => void;
  /** Hears whether it is unknown what became of some of the phones that were sent. */
  onOpen: (open: boolean) => void;
}

/** Many phones: first the list, then what became of each line of it. What was not added can go back to the list. */
export function ManyPeople({ gateway, withSamples, onBusy, onOpen }: ManyPeopleProps) {
  const [text, setText] = useState('');
  const [hasReturned, setReturned] = useState(false);
  const [keys] = useState(() => new OpenKeys());
  const bulk = useRun(gateway, keys, onBusy, onOpen);

  if (bulk.rows === null) {
    return (
      <ListEditor
        text={text}
        withSamples={withSamples}
        takesFocus={hasReturned}
        onChange={setText}
        onSend={(lines, validateOnly) => {
          bulk.begin(linesOf(text), lines, validateOnly);
        }}
      />
    );
  }
  return (
    <Results
      {...bulk}
      rows={bulk.rows}
      onEdit={() => {
        const left = bulk.rows?.filter(({ state }) => state.is !== 'applied') ?? [];
        setText(left.map(({ line }) => line.text).join('\n'));
        setReturned(true);
        bulk.leave();
      }}
    />
  );
}
