import { batchesInWords, callSizes, type Cost } from './cost';

/** The most items that Microsoft Graph takes in one batch. */
const FULL_BATCH = 20;
const HEIGHT = 22;
/** So that a single call can be seen beside a full batch. */
const LEAST = 3;
const SHOWN = 24;

interface CostDrawingProps {
  cost: Cost | null;
  answered: boolean;
}

/** What the last request cost at Microsoft Graph: numbers for everybody, and beside them the same as small bars. */
export function CostDrawing({ cost, answered }: CostDrawingProps) {
  return (
    <section className="cost" aria-label="Cost at Microsoft Graph">
      {cost === null || cost.calls === 0 ? (
        <p>{wordsFor(cost, answered)}</p>
      ) : (
        <dl>
          <div>
            <dt>Waves</dt>
            <dd>
              <Waves count={cost.waves} />
              {cost.waves}
            </dd>
          </div>
          <div className="cost-calls" title={batchesInWords(cost)}>
            <dt>Calls</dt>
            <dd>
              <Bars sizes={callSizes(cost)} />
              {cost.calls}
              <small>{batchesInWords(cost)}</small>
            </dd>
          </div>
          <div>
            <dt>Items</dt>
            <dd>{cost.items}</dd>
          </div>
          <div>
            <dt>Time</dt>
            <dd>{cost.milliseconds.toFixed(0)} ms</dd>
          </div>
        </dl>
      )}
    </section>
  );
}

function wordsFor(cost: Cost | null, answered: boolean): string {
  if (cost !== null) return 'Cost nothing: Microsoft Graph was not asked.';
  return answered ? 'No cost information.' : 'Run an operation to see its cost at Microsoft Graph.';
}

/** One bar a call, filled by its items as a batch is. */
function Bars({ sizes }: { sizes: readonly number[] }) {
  const shown = sizes.slice(0, SHOWN);
  return (
    <svg className="cost-bars" width={shown.length * 9 - 3} height={HEIGHT} aria-hidden="true">
      {shown.map((size, index) => {
        const height = LEAST + (Math.min(size, FULL_BATCH) / FULL_BATCH) * (HEIGHT - LEAST);
        return (
          <g key={index} transform={`translate(${index * 9})`}>
            <rect className="cost-room" width="6" height={HEIGHT} rx="1.5" />
            <rect y={HEIGHT - height} width="6" height={height} rx="1.5" />
          </g>
        );
      })}
    </svg>
  );
}

/** One wave a stroke, in a row: they follow each other. */
function Waves({ count }: { count: number }) {
  const shown = Math.min(count, SHOWN / 2);
  return (
    <svg className="cost-waves" width={shown * 11} height={HEIGHT} aria-hidden="true">
      {Array.from({ length: shown }, (_, index) => (
        <path key={index} d={`M${index * 11 + 1} 11q2.5 -8 5 0t5 0`} />
      ))}
    </svg>
  );
}
