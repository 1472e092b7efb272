const GROUND = '#1c2531';
const ACCENT = '#5fd0c8';
const NO_COLOR = '#00000000';

/** GraphiQL's dark theme of the editors, under its name, with comments and line numbers that can be read. */
export const DARK_THEME = {
  name: 'graphiql-DARK',
  data: {
    base: 'vs-dark' as const,
    inherit: true,
    rules: [
      { token: 'argument.identifier.gql', foreground: '#b3aeff' },
      { token: 'comment', foreground: '#8cbf78' },
    ],
    colors: {
      'editor.background': NO_COLOR,
      'scrollbar.shadow': NO_COLOR,
      'editorLineNumber.foreground': '#a3b1c2',
      'editorLineNumber.activeForeground': '#e8edf3',
      'editorWidget.background': GROUND,
      'editorHoverWidget.background': GROUND,
      'editorSuggestWidget.background': GROUND,
      'editorSuggestWidget.selectedForeground': ACCENT,
      'editorSuggestWidget.selectedBackground': '#5fd0c819',
      'list.highlightForeground': ACCENT,
      'list.focusHighlightForeground': ACCENT,
      'quickInput.background': GROUND,
      'menu.background': GROUND,
      'textLink.foreground': ACCENT,
      'textLink.activeForeground': ACCENT,
      focusBorder: ACCENT,
    },
  },
};
