import { getOperationAST, OperationTypeNode, parse, type ExecutionResult } from 'graphql';
import type { GraphQLRequest } from '../transport';
import type { Exchanges, OperationKind } from './exchange';
import { unreplacedIn } from './placeholders';
import { TEXTS } from './texts';

/** Sends a request with the fetch function given, and reads the answer. */
export type Fetcher = (request: GraphQLRequest, fetcher?: typeof fetch) => Promise<object>;

/** The headers of an answer that say something to a developer, beside its status. */
const HEADERS = ['Retry-After', 'WWW-Authenticate', 'X-Request-Id', 'Request-Id', 'Traceparent'];

/** The gateway did nothing, and no other token could be had. */
const UNAUTHORIZED = 401;

interface Observer {
  next: (answer: ExecutionResult) => void;
  complete: () => void;
}

/** A request that GraphiQL can stop waiting for. */
export interface Sending {
  subscribe: (observer: Observer) => { unsubscribe: () => void };
}

/** Sends for the open tab, and keeps how far the request came: stopped, unanswered, or answered with its status and headers. */
export function watched(send: Fetcher, exchanges: Exchanges, request: GraphQLRequest): Sending {
  const tab = exchanges.openTab;
  return {
    subscribe(observer) {
      const placeholders = unreplacedIn(request);
      if (placeholders.length > 0) {
        exchanges.set(tab, { state: 'not sent' });
        void Promise.resolve().then(() => {
          finish(observer, TEXTS.unreplaced(placeholders));
        });
        return { unsubscribe: () => undefined };
      }
      return begin(send, exchanges, tab, request, observer);
    },
  };
}

function begin(send: Fetcher, exchanges: Exchanges, tab: string, request: GraphQLRequest, observer: Observer) {
  const kind = kindOf(request);
  const abort = new AbortController();
  const watch = watchedFetch(abort.signal, performance.now());
  exchanges.set(tab, { state: 'running', kind });
  send(request, watch.fetch).then(
    (answer) => {
      if (abort.signal.aborted) return;
      exchanges.set(tab, watch.answered() ?? { state: 'not sent' });
      observer.next(answer);
      observer.complete();
    },
    (failure: unknown) => {
      if (abort.signal.aborted) return;
      const isOpen = watch.isSent() && watch.answered()?.status !== UNAUTHORIZED;
      exchanges.set(tab, isOpen ? { state: 'unanswered', kind } : { state: 'not sent' });
      finish(observer, isOpen ? TEXTS.unanswered[kind] : TEXTS.notSent(messageOf(failure)));
    },
  );
  return {
    unsubscribe() {
      if (exchanges.of(tab)?.state === 'running') exchanges.set(tab, { state: 'stopped', kind });
      abort.abort();
    },
  };
}

/** Ends with a message of this page in the form that errors of GraphQL have. */
function finish(observer: Observer, message: string) {
  observer.next({ errors: [{ message }] } as unknown as ExecutionResult);
  observer.complete();
}

function watchedFetch(signal: AbortSignal, begun: number) {
  let sent = false;
  let last: { response: Response; milliseconds: number } | null = null;
  return {
    fetch: async (...[input, init]: Parameters<typeof fetch>) => {
      sent = true;
      last = null;
      const response = await fetch(input, { ...init, signal });
      last = { response, milliseconds: performance.now() - begun };
      return response;
    },
    isSent: () => sent,
    answered: () => last && answeredBy(last.response, last.milliseconds),
  };
}

function answeredBy({ status, statusText, headers }: Response, milliseconds: number) {
  const told = HEADERS.flatMap((name): [string, string][] => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { state: 'answered', status, statusText, milliseconds, headers: told } as const;
}

/** A document that cannot be read changes nothing. */
export function kindOf({ query, operationName }: GraphQLRequest): OperationKind {
  try {
    const document = parse(query, { noLocation: true });
    const operation = getOperationAST(document, operationName) ?? getOperationAST(document);
    return operation?.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query';
  } catch {
    return 'query';
  }
}

function messageOf(failure: unknown): string {
  return failure instanceof TypeError || !(failure instanceof Error) ? TEXTS.noConnection : failure.message;
}
