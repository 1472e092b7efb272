import { HORIZONTAL, reachedBy, VERTICAL } from './keys';

/**
 * Corrects in the page what GraphiQL has no setting for: its tabs hold buttons where only a tab may be, and the keyboard passes
 * each tab and each button of the side bar on the way to the operation. GraphiQL draws them again at any time: so does this.
 */
export function mend(container: HTMLElement): () => void {
  const mendAll = () => {
    mendTabs(container);
    mendSidebar(container);
    mendIcons(container);
    mendHistory(container);
    markStart(container);
  };
  const observer = new MutationObserver(mendAll);
  observer.observe(container, {
    subtree: true,
    childList: true,
    attributeFilter: ['class', 'aria-selected', 'disabled'],
  });
  container.addEventListener('keydown', onKeyDown);
  container.addEventListener('focusin', onFocus);
  mendAll();
  return () => {
    observer.disconnect();
    container.removeEventListener('keydown', onKeyDown);
    container.removeEventListener('focusin', onFocus);
  };
}

/** One stop of the Tab key for all tabs, as tabs work elsewhere: arrow keys go through them, and Delete closes one. */
function mendTabs(container: HTMLElement) {
  for (const item of container.querySelectorAll('.graphiql-tab')) {
    const isActive = item.classList.contains('graphiql-tab-active');
    setAttribute(item, 'role', 'presentation');
    item.removeAttribute('aria-selected');
    const tab = item.querySelector('.graphiql-tab-button');
    if (tab) {
      setAttribute(tab, 'role', 'tab');
      setAttribute(tab, 'aria-selected', String(isActive));
      setAttribute(tab, 'aria-keyshortcuts', 'Delete');
      setAttribute(tab, 'tabindex', isActive ? '0' : '-1');
    }
    const close = item.querySelector('.graphiql-tab-close');
    if (close) {
      setAttribute(close, 'tabindex', '-1');
      setAttribute(close, 'aria-hidden', 'true');
    }
  }
}

/** One stop for the side bar too. */
function mendSidebar(container: HTMLElement) {
  const sidebar = container.querySelector('.graphiql-sidebar');
  if (!sidebar) return;
  setAttribute(sidebar, 'role', 'toolbar');
  setAttribute(sidebar, 'aria-label', 'Panels and settings');
  const buttons = sidebarButtons(sidebar);
  const stop = buttons.find((button) => button.tabIndex === 0 && button.hasAttribute('tabindex')) ?? buttons[0];
  for (const button of sidebar.querySelectorAll('button'))
    setAttribute(button, 'tabindex', button === stop ? '0' : '-1');
}

/** The names of buttons say what the icons in them say. */
function mendIcons(container: HTMLElement) {
  for (const icon of container.querySelectorAll('button > svg')) setAttribute(icon, 'aria-hidden', 'true');
}

/** GraphiQL names all entries of its history alike. */
function mendHistory(container: HTMLElement) {
  for (const entry of container.querySelectorAll('.graphiql-history-item-label')) entry.removeAttribute('aria-label');
}

/** The place that the skip link of the page leads to. */
function markStart(container: HTMLElement) {
  const editor = container.querySelector('.graphiql-query-editor');
  if (!editor) return;
  setAttribute(editor, 'data-skip-target', '');
  setAttribute(editor, 'tabindex', '-1');
}

function onKeyDown(event: KeyboardEvent) {
  const target = event.target as Element;
  const strip = target.closest('.graphiql-tabs');
  const sidebar = target.closest('.graphiql-sidebar');
  if (strip) onTabKey(event, strip);
  else if (sidebar) reachedBy(event.key, { ...VERTICAL, ...HORIZONTAL }, sidebarButtons(sidebar))?.focus();
  else return;
  if (event.key in { ...VERTICAL, ...HORIZONTAL }) event.preventDefault();
}

function onTabKey(event: KeyboardEvent, strip: Element) {
  const tabs = [...strip.querySelectorAll<HTMLElement>('.graphiql-tab-button')];
  const reached = reachedBy(event.key, HORIZONTAL, tabs);
  reached?.click();
  reached?.focus();
  if (event.key !== 'Delete') return;
  strip.querySelector<HTMLElement>('.graphiql-tab:focus-within .graphiql-tab-close')?.click();
  requestAnimationFrame(() => strip.querySelector<HTMLElement>('.graphiql-tab-active .graphiql-tab-button')?.focus());
}

/** The stop of the side bar is the button that had the focus last. */
function onFocus({ target }: FocusEvent) {
  const sidebar = (target as Element).closest('.graphiql-sidebar');
  if (!sidebar) return;
  for (const button of sidebarButtons(sidebar)) setAttribute(button, 'tabindex', button === target ? '0' : '-1');
}

function sidebarButtons(sidebar: Element): HTMLButtonElement[] {
  return [...sidebar.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
}

/** Only a change is a change to the observer. */
function setAttribute(element: Element, name: string, value: string) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
