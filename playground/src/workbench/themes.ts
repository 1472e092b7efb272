const NO_COLOR = '#00000000';

interface Colors {
  ground: string;
  accent: string;
  argument: string;
  comment: string;
  number: string;
  lineNumber: string;
}

/** GraphiQL's themes of the editors, under their names, with comments, numbers and line numbers that can be read. */
export const THEMES = [
  themeOf('graphiql-LIGHT', 'vs', {
    ground: '#ffffff',
    accent: '#0f6c6e',
    argument: '#5a57b8',
    comment: '#256b25',
    number: '#06704a',
    lineNumber: '#51606f',
  }),
  themeOf('graphiql-DARK', 'vs-dark', {
    ground: '#1c2531',
    accent: '#5fd0c8',
    argument: '#b3aeff',
    comment: '#8cbf78',
    number: '#b5cea8',
    lineNumber: '#a3b1c2',
  }),
];

function themeOf(
  name: string,
  base: 'vs' | 'vs-dark',
  { ground, accent, argument, comment, number, lineNumber }: Colors,
) {
  return {
    name,
    data: {
      base,
      inherit: true,
      rules: [
        { token: 'argument.identifier.gql', foreground: argument },
        { token: 'comment', foreground: comment },
        { token: 'number', foreground: number },
      ],
      colors: {
        'editor.background': NO_COLOR,
        'scrollbar.shadow': NO_COLOR,
        'editorLineNumber.foreground': lineNumber,
        'editorWidget.background': ground,
        'editorHoverWidget.background': ground,
        'editorSuggestWidget.background': ground,
        'editorSuggestWidget.selectedForeground': accent,
        'editorSuggestWidget.selectedBackground': `${accent}19`,
        'list.highlightForeground': accent,
        'list.focusHighlightForeground': accent,
        'quickInput.background': ground,
        'menu.background': ground,
        'textLink.foreground': accent,
        'textLink.activeForeground': accent,
        focusBorder: accent,
      },
    },
  };
}
