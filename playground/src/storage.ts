const REMEMBERED = ['theme', 'docExplorerFlex', 'editorFlex', 'secondaryEditorFlex', 'visiblePlugin'];

/**
 * GraphiQL's storage, in memory but for the layout. What is typed and answered here are phone numbers of people: they
 * must not outlive the page, and every visit starts from the examples as they are now.
 */
export function layoutOnlyStorage(persistent: Storage, defaults: Record<string, string> = {}) {
  const memory = new Map<string, string>();
  const isRemembered = (key: string) => REMEMBERED.some((name) => key === `graphiql:${name}`);
  return {
    getItem: (key: string) =>
      isRemembered(key) ? (persistent.getItem(key) ?? defaults[key] ?? null) : (memory.get(key) ?? null),
    setItem(key: string, value: string) {
      if (isRemembered(key)) persistent.setItem(key, value);
      else memory.set(key, value);
    },
    removeItem(key: string) {
      if (isRemembered(key)) persistent.removeItem(key);
      else memory.delete(key);
    },
    clear: () => {
      memory.clear();
    },
    get length() {
      return memory.size;
    },
  };
}
