import { newIdempotencyKey } from '../../client';

/**
 * The idempotency keys of changes of which it is open whether they were made: the same change asked for again has the same key, and
 * so is made once. In memory, as the numbers that the changes hold.
 */
export class OpenKeys {
  readonly #keys = new Map<string, string>();
  readonly #newKey: () => string;

  constructor(newKey: () => string = newIdempotencyKey) {
    this.#newKey = newKey;
  }

  /** Whether it is open of any change whether it was made. */
  get areThere(): boolean {
    return this.#keys.size > 0;
  }

  has(change: object): boolean {
    return this.#keys.has(JSON.stringify(change));
  }

  keyFor(change: object): string {
    const name = JSON.stringify(change);
    const key = this.#keys.get(name) ?? this.#newKey();
    this.#keys.set(name, key);
    return key;
  }

  /** It is known what became of the change: asked for again, it is another one. */
  settled(change: object) {
    this.#keys.delete(JSON.stringify(change));
  }
}
