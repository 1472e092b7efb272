import { createContext, useContext, useSyncExternalStore } from 'react';

export type OperationKind = 'query' | 'mutation';

/** How far the last request of a tab came. */
export type Exchange =
  | { state: 'not sent' }
  | { state: 'running'; kind: OperationKind }
  | { state: 'stopped'; kind: OperationKind }
  | { state: 'unanswered'; kind: OperationKind }
  | { state: 'answered'; status: number; statusText: string; milliseconds: number; headers: [string, string][] };

/** The last exchange of every tab, in memory. */
export class Exchanges {
  readonly #exchanges = new Map<string, Exchange>();
  readonly #listeners = new Set<() => void>();
  #openTab = '';

  /** The tab that requests are sent from now. */
  get openTab(): string {
    return this.#openTab;
  }

  switchTo(tab: string) {
    this.#openTab = tab;
  }

  of(tab: string): Exchange | null {
    return this.#exchanges.get(tab) ?? null;
  }

  set(tab: string, exchange: Exchange) {
    this.#exchanges.set(tab, exchange);
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export const ExchangesContext = createContext(new Exchanges());

/** The last exchange of a tab; null before its first. */
export function useExchange(tab: string | undefined): Exchange | null {
  const exchanges = useContext(ExchangesContext);
  return useSyncExternalStore(exchanges.subscribe, () => (tab === undefined ? null : exchanges.of(tab)));
}
