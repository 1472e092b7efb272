import { useEffect, useState } from 'react';
import { ManyPeople } from './list/ManyPeople';
import type { Gateway } from './gateway';
import { OnePerson } from './OnePerson';
import { Tabs } from './Tabs';
import { TEXTS } from './texts';

interface FormsProps {
  gateway: Gateway;
  /** Offer people and lines of the sandbox to try it with. */
  withSamples?: boolean;
  onBusy: (busy: boolean) => void;
  /** Hears whether there is a list, which is forgotten with the form. */
  onOpen: (open: boolean) => void;
}

/** Both forms. What was typed stays when the other is looked at. */
export function Forms({ gateway, withSamples = false, onBusy, onOpen }: FormsProps) {
  const [oneIsBusy, setOneBusy] = useState(false);
  const [manyAreBusy, setManyBusy] = useState(false);
  const [manyAreOpen, setManyOpen] = useState(false);
  const busy = oneIsBusy || manyAreBusy;
  const holds = busy || manyAreOpen;

  useEffect(() => {
    onBusy(busy);
    onOpen(manyAreOpen);
  }, [busy, manyAreOpen, onBusy, onOpen]);

  useEffect(() => {
    if (!holds) return;
    const stay = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', stay);
    return () => {
      window.removeEventListener('beforeunload', stay);
    };
  }, [holds]);

  return (
    <div className="forms">
      <Tabs
        label={TEXTS.tabs.label}
        tabs={[
          {
            name: TEXTS.tabs.one,
            panel: <OnePerson gateway={gateway} withSamples={withSamples} onBusy={setOneBusy} />,
          },
          {
            name: TEXTS.tabs.many,
            panel: <ManyPeople gateway={gateway} withSamples={withSamples} onBusy={setManyBusy} onOpen={setManyOpen} />,
          },
        ]}
      />
    </div>
  );
}
