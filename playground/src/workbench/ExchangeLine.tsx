import { useActiveExample } from './active';
import { useExchange, type Exchange } from './exchange';
import { TEXTS } from './texts';

/** Below the answer: how far the request came, its status, how long it took, and the headers that matter. */
export function ExchangeLine() {
  const { tab } = useActiveExample();
  const exchange = useExchange(tab?.id);
  return (
    <p className="exchange" role="status" data-state={exchange?.state}>
      {exchange && <Words exchange={exchange} />}
    </p>
  );
}

function Words({ exchange }: { exchange: Exchange }) {
  switch (exchange.state) {
    case 'not sent':
      return TEXTS.notSentShort;
    case 'running':
      return TEXTS.running;
    case 'stopped':
      return TEXTS.stopped[exchange.kind];
    case 'unanswered':
      return TEXTS.unansweredShort[exchange.kind];
    case 'answered':
      return <Answered {...exchange} />;
  }
}

function Answered({ status, statusText, milliseconds, headers }: Extract<Exchange, { state: 'answered' }>) {
  return (
    <>
      <span className="exchange-status" data-success={status < 400}>
        HTTP {status} {statusText}
      </span>
      <span>{milliseconds.toFixed(0)} ms</span>
      {headers.map(([name, value]) => (
        <span key={name} className="exchange-header">
          {name}: {value}
        </span>
      ))}
    </>
  );
}
