import { useState } from 'react';
import type { Line } from './lines';
import { LineRow, type Focus, type LineActions } from './LineRow';
import { TEXTS, type Verdict } from './texts';
import { countOf, type ListState } from './verdict';

const { table: T } = TEXTS;

/** How many lines are seen at once, so that a list of thousands stays fluid. */
export const PAGE = 50;

interface LineTableProps extends LineActions {
  list: ListState;
  groups: ReadonlyMap<Verdict, readonly Line[]>;
  /** The lines that are seen: those with this verdict; null for all. */
  shown: Verdict | null;
  isBusy: boolean;
  focus: Focus | null;
  onShown: (verdict: Verdict | null) => void;
}

/** The lines of the list, a page at a time. */
export function LineTable({ list, groups, shown, isBusy, focus, onShown, ...actions }: LineTableProps) {
  const [page, setPage] = useState(0);
  const lines = (shown === null ? undefined : groups.get(shown)) ?? list.lines;
  const pages = Math.max(1, Math.ceil(lines.length / PAGE));
  const current = Math.min(page, pages - 1);
  const first = current * PAGE;
  const [followed, setFollowed] = useState<Focus | null>(null);

  // The page follows the line that is to have the focus.
  if (focus !== followed) {
    setFollowed(focus);
    const index = lines.findIndex(({ id }) => id === focus?.id);
    if (index >= 0) setPage(Math.floor(index / PAGE));
  }

  return (
    <>
      <div className="table-head">
        <label>
          {T.show}{' '}
          <select
            className="input"
            value={shown !== null && groups.has(shown) ? shown : ''}
            onChange={({ target }) => {
              setPage(0);
              onShown([...groups.keys()].find((verdict) => verdict === target.value) ?? null);
            }}
          >
            <option value="">{`${T.all} (${list.lines.length})`}</option>
            {[...groups].map(([verdict, { length }]) => (
              <option key={verdict} value={verdict}>
                {countOf(verdict, length, list.mode)}
              </option>
            ))}
          </select>
        </label>
        {pages > 1 && <Pager first={first} count={lines.length} page={current} pages={pages} onPage={setPage} />}
      </div>
      <table role="table" className="lines">
        <caption className="visually-hidden">{T.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[T.line, T.user, T.type, T.phoneNumber, T.result].map((name) => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.slice(first, first + PAGE).map((line) => (
            <LineRow
              key={line.id}
              {...actions}
              line={line}
              list={list}
              isBusy={isBusy}
              focus={focus?.id === line.id ? focus : null}
            />
          ))}
        </tbody>
      </table>
      {pages > 1 && <Pager first={first} count={lines.length} page={current} pages={pages} onPage={setPage} />}
    </>
  );
}

interface PagerProps {
  first: number;
  count: number;
  page: number;
  pages: number;
  onPage: (page: number) => void;
}

function Pager({ first, count, page, pages, onPage }: PagerProps) {
  return (
    <nav className="pager" aria-label={T.pages}>
      <button
        type="button"
        className="button small"
        aria-disabled={page === 0}
        onClick={() => {
          if (page > 0) onPage(page - 1);
        }}
      >
        {T.previous}
      </button>
      <span>{T.page(first + 1, Math.min(first + PAGE, count), count)}</span>
      <button
        type="button"
        className="button small"
        aria-disabled={page === pages - 1}
        onClick={() => {
          if (page < pages - 1) onPage(page + 1);
        }}
      >
        {T.next}
      </button>
    </nav>
  );
}
