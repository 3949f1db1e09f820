/** Words of others as Markdown that shows them as they are. Pure. */

/** By CommonMark any of these may stand behind a backslash, and then means nothing but itself; `|` for tables. */
const special = /[\\`*_{}[\]()<>|~#&!$^@]/g;

/** In one line, whatever it had; never empty. */
export function inline(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line === '' ? '(empty)' : line.replaceAll(special, '\\$&');
}

/** Several lines as a quotation: whatever they begin with, none begins a heading, a list or a rule. */
export function quotation(text: string): string {
  const lines = text.split(/\r\n|[\n\r\p{Zl}\p{Zp}]/u).map((line) =>
    line
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim()
      .replaceAll(special, '\\$&')
      .replace(beginning, '$1\\$2'),
  );
  return lines
    .map((line, index) => {
      if (line === '') return '>';
      // The backslash at its end keeps the next one a line of its own.
      return lines[index + 1] ? `> ${line}\\` : `> ${line}`;
    })
    .join('\n');
}

/** A list or a rule begins so; the rest of what begins something is escaped anywhere. */
const beginning = /^(\d*)([-+=.])/;
