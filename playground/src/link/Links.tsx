import { useEffect, useState } from 'react';
import { EXAMPLES } from '../examples';
import { useActiveExample } from '../workbench/active';
import { useOpenExample, useOpenInNewTab } from '../workbench/openExample';
import type { Obstacle } from './content';
import { exampleFragment, readFragment } from './read';
import { TEXTS } from './texts';

/** Opens links that arrive while the page is open, says why one was not opened, and keeps the address that of the example. */
export function Links() {
  const { example } = useActiveExample();
  const openExample = useOpenExample();
  const openInNewTab = useOpenInNewTab();
  const [refused, setRefused] = useState(() => refusedBy(location.hash));

  useEffect(() => {
    function open() {
      const linked = readFragment(location.hash);
      setRefused(refusedBy(location.hash));
      if (linked?.kind === 'example') openExample(linked.example);
      if (linked?.kind === 'operation') openInNewTab({ query: linked.query, variables: '' });
    }
    window.addEventListener('hashchange', open);
    return () => {
      window.removeEventListener('hashchange', open);
    };
  }, [openExample, openInNewTab]);

  useEffect(() => {
    // The address of the start stays as it is.
    if (location.hash === '' && example === EXAMPLES[0]) return;
    const fragment = example ? exampleFragment(example) : '';
    history.replaceState(history.state, '', location.pathname + location.search + fragment);
  }, [example]);

  if (refused === null) return null;
  return (
    <div className="link-refused" role="alert">
      <p>
        {TEXTS.notOpened} {refused.map(TEXTS.obstacle).join(' ')}
      </p>
      <button
        type="button"
        className="button small"
        onClick={() => {
          setRefused(null);
        }}
      >
        {TEXTS.dismiss}
      </button>
    </div>
  );
}

function refusedBy(fragment: string): Obstacle[] | null {
  const linked = readFragment(fragment);
  return linked?.kind === 'refused' ? linked.obstacles : null;
}
