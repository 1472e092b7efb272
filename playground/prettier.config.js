import java from 'prettier-plugin-java';

/** The formatter of the whole repository: `npm run format` runs it from the top level. */
export default {
  plugins: [java],
  printWidth: 120,
  tabWidth: 2,
  singleQuote: true,
  proseWrap: 'preserve',
  endOfLine: 'lf',
  overrides: [
    { files: '*.java', options: { singleQuote: false } },
    // Examples in prose are as compact as they read best.
    { files: '*.md', options: { embeddedLanguageFormatting: 'off' } },
  ],
};
