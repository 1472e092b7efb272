import { useId, useMemo } from 'react';
import type { CountryCode } from 'libphonenumber-js/min';
import { countries, nameOf } from './country';
import type { Line } from './lines';
import { dependsOnCountry, type Reading } from './number';
import type { Findings } from './problems';
import { TEXTS } from './texts';
import type { ListState } from './verdict';

const { readings: T } = TEXTS;

interface ReadingsProps {
  list: ListState;
  country: CountryCode | null;
  /** Whether the country was taken from the browser, and not chosen. */
  isPreselected: boolean;
  isBusy: boolean;
  onCountry: (country: CountryCode | null) => void;
  onAccept: (numbers: ReadonlyMap<string, string>) => void;
}

/** A line with a number that can be read. */
interface ReadLine {
  readonly line: Line;
  readonly readings: readonly Reading[];
}

/** Numbers that are not written as they would be sent: how each is read, to be accepted before anything is sent. */
export function Readings(props: ReadingsProps) {
  const { list, country, isPreselected, isBusy, onCountry, onAccept } = props;
  const id = useId();
  const { lines, findings, drafts, out } = list;
  const read = useMemo(
    () => readLines(lines, findings).filter(({ line }) => !drafts.has(line.id) && !out.has(line.id)),
    [lines, findings, drafts, out],
  );
  const sure = read.filter(({ readings }) => readings.length === 1);
  const ambiguous = read.filter(({ readings }) => readings.length > 1);
  const asksCountry =
    read.some(({ line }) => dependsOnCountry(line.phoneNumber)) || lines.some((line) => lacksCountry(line, findings));
  if (read.length === 0 && !asksCountry) return null;

  function accept(chosen: readonly ReadLine[], code?: Reading['code']) {
    if (isBusy) return;
    const numbers = chosen.flatMap(({ line, readings }) => {
      const reading = readings.find((each) => code === undefined || each.code === code);
      return reading ? [[line.id, reading.phoneNumber] as const] : [];
    });
    onAccept(new Map(numbers));
  }

  return (
    <section className="readings" aria-labelledby={`${id}title`}>
      <h3 id={`${id}title`}>{T.title}</h3>
      <p className="hint">{T.hint}</p>
      {asksCountry && (
        <CountryChoice country={country} isPreselected={isPreselected} isBusy={isBusy} onCountry={onCountry} />
      )}
      {sure.length > 0 && (
        <>
          <ReadList lines={sure} />
          <div className="actions">
            <button
              type="button"
              className="button"
              aria-disabled={isBusy}
              onClick={() => {
                accept(sure);
              }}
            >
              {T.acceptAll(sure.length)}
            </button>
          </div>
        </>
      )}
      {ambiguous.length > 0 && country !== null && (
        <>
          <p>{T.ambiguous(ambiguous.length)}</p>
          <ReadList lines={ambiguous} />
          <div className="actions">
            <button
              type="button"
              className="button"
              aria-disabled={isBusy}
              onClick={() => {
                accept(ambiguous, 'written');
              }}
            >
              {T.acceptWritten(ambiguous.length)}
            </button>
            <button
              type="button"
              className="button"
              aria-disabled={isBusy}
              onClick={() => {
                accept(ambiguous, 'chosen');
              }}
            >
              {T.acceptChosen(ambiguous.length, nameOf(country))}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

type CountryChoiceProps = Pick<ReadingsProps, 'country' | 'isPreselected' | 'isBusy' | 'onCountry'>;

function CountryChoice({ country, isPreselected, isBusy, onCountry }: CountryChoiceProps) {
  const id = useId();
  const all = useMemo(() => countries(), []);
  return (
    <div className="field">
      <label htmlFor={id}>{T.country}</label>
      <p id={`${id}hint`} className="hint">
        {country !== null && isPreselected ? T.preselected(nameOf(country)) : country === null && T.countryHint}
      </p>
      <select
        id={id}
        className="input"
        value={country ?? ''}
        disabled={isBusy}
        aria-describedby={`${id}hint`}
        onChange={({ target }) => {
          onCountry(all.find(({ code }) => code === target.value)?.code ?? null);
        }}
      >
        <option value="">{T.none}</option>
        {all.map(({ code, name, callingCode }) => (
          <option key={code} value={code}>
            {name} (+{callingCode})
          </option>
        ))}
      </select>
    </div>
  );
}

/** All of them, so that nobody accepts a number unseen. */
function ReadList({ lines }: { lines: readonly ReadLine[] }) {
  return (
    <ul className="read-list" aria-label={T.list} tabIndex={0}>
      {lines.map(({ line, readings }) => (
        <li key={line.id}>
          <span className="read-row">{T.row(line.row)}</span>
          <span className="read-written">{line.phoneNumber}</span>
          <span aria-hidden="true">→</span>
          <strong className="number">{readings.map(({ phoneNumber }) => phoneNumber).join(` ${T.or} `)}</strong>
        </li>
      ))}
    </ul>
  );
}

function readLines(lines: readonly Line[], { problems, repeats }: Findings): ReadLine[] {
  return lines.flatMap((line) => {
    const found = problems.get(line.id)?.find((problem) => problem.is === 'reading');
    return found && !repeats.has(line.id) ? [{ line, readings: found.readings }] : [];
  });
}

function lacksCountry({ id }: Line, { problems }: Findings): boolean {
  return problems.get(id)?.some((problem) => problem.is === 'damaged' && problem.damage === 'no-country') ?? false;
}
