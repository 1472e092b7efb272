import type { CountryCode } from 'libphonenumber-js/min';
import { useEffect, useState } from 'react';
import type { Gateway } from '../gateway';
import { OpenKeys } from '../keys';
import { countryOf } from './country';
import { ListPanel } from './ListPanel';
import { SourceForm } from './SourceForm';
import { TEXTS } from './texts';
import { useBack } from './useBack';
import { useList } from './useList';
import { useSource, type Source } from './useSource';

interface ManyPeopleProps {
  gateway: Gateway;
  withSamples: boolean;
  onBusy: (busy: boolean) => void;
  /** Hears whether there is anything that was typed or done, and would be lost. */
  onOpen: (open: boolean) => void;
}

/** Many phones: first the list and how it is read, then its lines, which are checked before anything is changed. */
export function ManyPeople({ gateway, withSamples, onBusy, onOpen }: ManyPeopleProps) {
  const { source, ...changes } = useSource();
  const [country, setCountry] = useState<CountryCode | null>(() => countryOf(navigator.languages));
  const [isPreselected, setPreselected] = useState(true);
  const [keys] = useState(() => new OpenKeys());
  const bulk = useList(gateway, keys, country, onBusy);
  const [checked, setChecked] = useState<Source | null>(null);
  const [hasReturned, setReturned] = useState(false);
  const view = useBack(bulk.progress !== null, () => {
    setReturned(true);
  });
  const isOpen = source.text.trim() !== '' || bulk.list.lines.length > 0;

  useEffect(() => {
    onOpen(isOpen);
  }, [isOpen, onOpen]);

  function check() {
    const isNew = !isSame(checked, source);
    if (isNew && hasResults() && !window.confirm(TEXTS.source.again)) return;
    view.open();
    if (!isNew) return;
    setChecked(source);
    bulk.begin(source.mode, source.read.lines);
  }

  function hasResults(): boolean {
    return [...bulk.list.states.values()].some(({ is }) => is === 'applied' || is === 'unknown');
  }

  return (
    <>
      <div className="stack" hidden={view.isOpen}>
        <SourceForm
          {...changes}
          source={source}
          withSamples={withSamples}
          takesFocus={hasReturned && !view.isOpen}
          isChecked={isSame(checked, source)}
          onCheck={check}
        />
      </div>
      {view.isOpen && (
        <ListPanel
          bulk={bulk}
          country={country}
          isPreselected={isPreselected}
          onCountry={(next) => {
            setCountry(next);
            setPreselected(false);
          }}
          onBack={view.back}
        />
      )}
    </>
  );
}

/** Whether a list is the very one that was checked. */
function isSame(checked: Source | null, { text, mode, layout, typeOfAll, meanings }: Source): boolean {
  return (
    checked?.text === text &&
    checked.mode === mode &&
    checked.layout === layout &&
    checked.typeOfAll === typeOfAll &&
    checked.meanings === meanings
  );
}
