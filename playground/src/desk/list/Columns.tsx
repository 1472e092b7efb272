import { useId, useState } from 'react';
import { bare } from './words';
import { firstRow, missingIn, ROLES, rowsBelow, type Layout, type Role } from './columns';
import type { Sheet } from './sheet';
import { TEXTS } from './texts';
import type { Source } from './useSource';

const { columns: T } = TEXTS;
const SHOWN_ROWS = 3;

interface ColumnsProps {
  source: Source;
  setLayout: (layout: Layout) => void;
}

/** How the columns of the list are read, with their first rows; each can be chosen by hand. */
export function Columns({ source: { sheet, layout }, setLayout }: ColumnsProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const missing = missingIn(layout);
  const { header, roles } = layout;
  const headerRow = header ?? firstRow(sheet);

  function choose(index: number, role: Role) {
    // A role that only one column can have goes from the other to this one.
    const moved = roles.map((other) => (other === role && role !== 'none' ? 'none' : other));
    setLayout({ header, roles: moved.map((other, place) => (place === index ? role : other)) });
  }

  return (
    // Once it was opened it stays so: what was missing is not hidden as soon as it is chosen.
    <details
      className="columns"
      open={isOpen || missing !== null}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{summaryOf(sheet, layout)}</summary>
      {missing !== null && (
        <p id={`${id}missing`} role="status" className="field-error">
          {T.missing[missing]}
        </p>
      )}
      {isByMail(layout) && <p className="hint">{T.byMail}</p>}
      {headerRow && (
        <label className="check">
          <input
            type="checkbox"
            checked={header !== null}
            onChange={({ target }) => {
              setLayout({ header: target.checked ? headerRow : null, roles });
            }}
          />
          {T.header(headerRow.number)}
        </label>
      )}
      <table className="columns-table">
        <caption className="visually-hidden">{T.title}</caption>
        <thead>
          <tr>
            <th scope="col">{T.column}</th>
            <th scope="col">{T.first}</th>
            <th scope="col">{T.use}</th>
          </tr>
        </thead>
        <tbody>
          {roles.map((role, index) => (
            <tr key={index}>
              <th scope="row">{nameOf(layout, index)}</th>
              <td>{samplesOf(sheet, layout, index)}</td>
              <td>
                <select
                  className="input"
                  value={role}
                  aria-label={T.chosenFor(nameOf(layout, index))}
                  aria-invalid={missing !== null && role === 'none' && roles.indexOf('none') === index}
                  aria-describedby={missing === null ? undefined : `${id}missing`}
                  onChange={({ target }) => {
                    choose(index, target.value as Role);
                  }}
                >
                  {ROLES.map((each) => (
                    <option key={each} value={each}>
                      {T.roles[each]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function summaryOf(sheet: Sheet, layout: Layout): string {
  const used = layout.roles.flatMap((role, index) =>
    role === 'none' ? [] : [T.one(nameOf(layout, index), T.roles[role])],
  );
  return used.length === 0 || sheet.rows.length === 0 ? T.title : T.known(used);
}

function nameOf({ header }: Layout, index: number): string {
  const name = header?.cells[index] ?? '';
  return name === '' ? T.unnamed(index + 1) : name;
}

function samplesOf(sheet: Sheet, { header }: Layout, index: number) {
  const first = rowsBelow(sheet, header).slice(0, SHOWN_ROWS);
  return first.map(({ number, cells }) => (
    <span key={number} className="sample-cell">
      {cells[index]}
    </span>
  ));
}

/** Whether the users are known by their e-mail addresses, which need not be their sign-in names. */
function isByMail({ header, roles }: Layout): boolean {
  return /^e?mail|smtp/.test(bare(header?.cells[roles.indexOf('user')] ?? ''));
}
