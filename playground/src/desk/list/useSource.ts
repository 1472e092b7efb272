import { useMemo, useState } from 'react';
import type { PhoneType } from '../../../client';
import type { Mode } from './change';
import { layoutOf, missingIn, needsType, type Layout } from './columns';
import { linesOf, type Lines, type Meanings } from './lines';
import { sheetOf, type Sheet } from './sheet';

/** Columns that somebody chose, and the list that they were chosen for. */
interface Chosen {
  readonly of: string;
  readonly layout: Layout;
}

/** A list as it was pasted or opened, and how it is read. */
export interface Source {
  readonly text: string;
  readonly mode: Mode;
  readonly sheet: Sheet;
  readonly layout: Layout;
  /** The type of all phones; null while it is not chosen. */
  readonly typeOfAll: PhoneType | null;
  /** What somebody said that types mean. */
  readonly meanings: Meanings;
  readonly read: Lines;
  /** What somebody has to choose before the list can be read. */
  readonly missing: 'user' | 'number' | 'type' | null;
}

const NOTHING: Lines = { lines: [], withoutNumber: 0 };

export interface SourceHandle {
  readonly source: Source;
  readonly setText: (text: string) => void;
  readonly setMode: (mode: Mode) => void;
  readonly setTypeOfAll: (type: PhoneType) => void;
  readonly setMeanings: (meanings: Meanings) => void;
  readonly setLayout: (layout: Layout) => void;
}

/** A list that is typed, pasted or opened, with the columns that were found or chosen. */
export function useSource(): SourceHandle {
  const [text, setText] = useState('');
  const [mode, setMode] = useState<Mode>('add');
  const [typeOfAll, setTypeOfAll] = useState<PhoneType | null>(null);
  const [meanings, setMeanings] = useState<Meanings>(() => new Map());
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const sheet = useMemo(() => sheetOf(text), [text]);
  const found = useMemo(() => layoutOf(sheet), [sheet]);
  const layout = chosen?.of === shapeOf(sheet) ? chosen.layout : found;
  const missing = missingOf(sheet, layout, typeOfAll);
  const read = useMemo(
    () => (missing === 'user' || missing === 'number' ? NOTHING : linesOf(sheet, layout, typeOfAll, meanings)),
    [sheet, layout, typeOfAll, meanings, missing],
  );
  const source: Source = { text, mode, sheet, layout, typeOfAll, meanings, read, missing };
  return {
    source,
    setText,
    setMode,
    setTypeOfAll,
    setMeanings,
    setLayout(next: Layout) {
      setChosen({ of: shapeOf(sheet), layout: next });
    },
  };
}

/** The same for lists with the same columns: what was chosen for one holds for the other. */
function shapeOf({ rows, width }: Sheet): string {
  return JSON.stringify([width, rows[0]?.cells]);
}

function missingOf(sheet: Sheet, layout: Layout, typeOfAll: PhoneType | null): Source['missing'] {
  if (sheet.rows.length === 0) return null;
  return missingIn(layout) ?? (needsType(layout) && typeOfAll === null ? 'type' : null);
}
