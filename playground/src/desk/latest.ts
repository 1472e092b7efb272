/** The latest of several questions: the answer to an earlier one comes too late to count. */
export class Latest {
  #asked = 0;

  /** Asks the next one; what it returns tells whether that is still the latest. */
  ask(): () => boolean {
    const own = ++this.#asked;
    return () => own === this.#asked;
  }
}
