import { useId } from 'react';
import { TYPES } from '../wording';
import { groupedBy } from './grouped';
import type { Meanings } from './lines';
import { TEXTS } from './texts';
import { PHONE_TYPES } from './TypeOfAll';
import type { Source } from './useSource';
import { bare, typeNamed } from './words';

const { columns: T } = TEXTS;

/** How many words are asked for at most: more are no types, but another column. */
const MOST = 10;

interface TypeWordsProps {
  source: Source;
  setMeanings: (meanings: Meanings) => void;
}

/** Asks what the types of a list mean that are not known, each once for all its lines. */
export function TypeWords({ source: { layout, read, meanings }, setMeanings }: TypeWordsProps) {
  const id = useId();
  const lines = layout.roles.includes('type') ? read.lines : [];
  const unknown = groupedBy(
    lines.filter(({ written: { type } }) => type !== '' && typeNamed(type) === null),
    ({ written: { type } }) => bare(type),
  );
  if (unknown.size === 0) return null;
  return (
    <fieldset className="type-words" aria-describedby={`${id}hint`}>
      <legend>{T.words}</legend>
      <p id={`${id}hint`} className="hint">
        {T.wordsHint}
      </p>
      {[...unknown].slice(0, MOST).map(([word, ofWord]) => (
        <label key={word}>
          <span>{T.word(ofWord[0]?.written.type ?? word, ofWord.length)}</span>
          <select
            className="input"
            value={meanings.get(word) ?? ''}
            onChange={({ target }) => {
              const type = PHONE_TYPES.find((each) => each === target.value);
              const others = [...meanings].filter(([other]) => other !== word);
              setMeanings(new Map(type ? [...others, [word, type]] : others));
            }}
          >
            <option value="">{T.later}</option>
            {PHONE_TYPES.map((type) => (
              <option key={type} value={type}>
                {TYPES[type].name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
