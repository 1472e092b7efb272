/** The languages that a page can have. */
export type Language = 'en' | 'de';

type Languages = readonly [Language, ...Language[]];

const IN_BROWSER = typeof document !== 'undefined';

/** The language of the page: the first that the browser asks for and the page has. It does not change while the page lives. */
export const LANGUAGE = IN_BROWSER ? languageOf(navigator.languages, offered(document.documentElement)) : 'en';

if (IN_BROWSER) document.documentElement.lang = LANGUAGE;

/** The first of the languages asked for, such as `de-AT`, that is offered; otherwise the first that is offered. */
export function languageOf(asked: readonly string[], offered: Languages): Language {
  const primary = asked.map((tag) => tag.toLowerCase().split('-')[0]);
  return primary.map((code) => offered.find((language) => language === code)).find(Boolean) ?? offered[0];
}

/** The texts in the page's language. The compiler sees to it that both languages have the same ones. */
export function inLanguage<Texts>(texts: { en: Texts; de: NoInfer<Texts> }): Texts {
  return texts[LANGUAGE];
}

/** The languages that the HTML of a page names, the one for everybody else first. */
function offered(page: HTMLElement): Languages {
  return (page.dataset.languages ?? 'en').split(' ') as [Language, ...Language[]];
}
