import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** Brings the tab that is open into the strip of tabs, which is longer than any window. */
export function ActiveTabInView() {
  const activeTabIndex = useGraphiQL((state) => state.activeTabIndex);
  useEffect(() => {
    const tab = document.getElementById(`graphiql-session-tab-${activeTabIndex}`)?.parentElement;
    const strip = tab?.parentElement;
    // Not scrollIntoView, which may scroll the whole page with the strip.
    if (tab && strip) strip.scrollLeft = tab.offsetLeft - strip.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2;
  }, [activeTabIndex]);
  return null;
}
