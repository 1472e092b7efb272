import type { Plugin } from 'vite';

/** Nothing is painted before the script of a page has marked it with the theme that was chosen: no flash of the other one. */
export function themedFirstPaint(): Plugin {
  return {
    name: 'themed-first-paint',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
    },
  };
}
