/**
 * A command line as a person types it, taken apart into the words that a program gets. No shell is involved: quotes and
 * backslashes mean what they mean in a POSIX shell, and what only a shell could do is refused instead of passed on as if
 * it had been done.
 */

export type CommandLine = { argv: readonly [string, ...string[]] } | { problem: string };

/** Typed over, nothing typed yet: not a mistake, so the screen says nothing about it. */
export const noCommand = 'Type the command that takes the secret on its standard input.';

const refused: Readonly<Record<string, string>> = {
  '|': 'Pipes need a shell, and there is none here: name the one command that reads the secret.',
  '>': 'Redirects need a shell, and there is none here. To write a file, use Save to a file.',
  '<': 'Redirects need a shell, and there is none here. The secret is the standard input.',
  '&': 'One command at a time: & and && need a shell, and there is none here.',
  ';': 'One command at a time: ; needs a shell, and there is none here.',
  '\n': 'One command at a time, on one line.',
  '\r': 'One command at a time, on one line.',
  $: 'Variables are not filled in, since there is no shell here. Write the value, or put a plain $ into single quotes.',
  '`': 'Commands inside commands need a shell, and there is none here. Put a plain ` into single quotes.',
  '(': 'Parentheses need a shell, and there is none here. Put plain ones into quotes.',
  ')': 'Parentheses need a shell, and there is none here. Put plain ones into quotes.',
  '*': 'Patterns such as * are not filled in, since there is no shell here. Write the name, or put it into quotes.',
  '?': 'Patterns such as ? are not filled in, since there is no shell here. Write the name, or put it into quotes.',
  '[': 'Patterns such as [a-z] are not filled in, since there is no shell here. Put the name into quotes.',
};
const atStart: Readonly<Record<string, string>> = {
  '~': 'The home folder ~ is not filled in, since there is no shell here. Write the whole path.',
  '#': 'Comments need a shell, and there is none here. Put a plain # into quotes.',
};
const assignment = /^[A-Za-z_]\w*=/;

/** `problem` is a sentence for the person who typed it. A NUL is refused: no program can be given one. */
export function parseCommandLine(line: string): CommandLine {
  if (line.includes('\0')) return { problem: 'The command holds a character that no command can take.' };
  const words: string[] = [];
  let at = 0;
  while (at < line.length) {
    if (isSpace(line.charAt(at))) {
      at += 1;
      continue;
    }
    const word = readWord(line, at);
    if ('problem' in word) return word;
    words.push(word.text);
    at = word.end;
  }
  const [first, ...rest] = words;
  if (first === undefined) return { problem: noCommand };
  if (first === '') return { problem: 'The command has no name.' };
  if (assignment.test(line.trimStart()))
    return { problem: 'Variables before a command need a shell, and there is none here.' };
  return { argv: [first, ...rest] };
}

type Read = { text: string; end: number } | { problem: string };

function readWord(line: string, start: number): Read {
  const first = atStart[line.charAt(start)];
  if (first) return { problem: first };
  let text = '';
  let at = start;
  while (at < line.length && !isSpace(line.charAt(at))) {
    const part = readPart(line, at);
    if ('problem' in part) return part;
    text += part.text;
    at = part.end;
  }
  return { text, end: at };
}

/** One quoted stretch, one escaped character, or one plain one. */
function readPart(line: string, at: number): Read {
  const character = line.charAt(at);
  if (character === "'") return readSingle(line, at);
  if (character === '"') return readDouble(line, at);
  if (character === '\\') {
    const next = line.charAt(at + 1);
    if (next === '' || next === '\n')
      return { problem: 'The command ends in the middle, after a backslash.' };
    return { text: next, end: at + 2 };
  }
  const problem = refused[character];
  return problem ? { problem } : { text: character, end: at + 1 };
}

function readSingle(line: string, at: number): Read {
  const end = line.indexOf("'", at + 1);
  if (end < 0) return { problem: 'A single quote is opened and not closed.' };
  return { text: line.slice(at + 1, end), end: end + 1 };
}

/** A shell still fills in variables and commands here, and takes a backslash for itself only before these four. */
function readDouble(line: string, start: number): Read {
  let text = '';
  for (let at = start + 1; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === '"') return { text, end: at + 1 };
    const problem = character === '$' || character === '`' ? refused[character] : undefined;
    if (problem) return { problem };
    if (character === '\\' && /["\\$`]/.test(line.charAt(at + 1))) {
      at += 1;
      text += line.charAt(at);
    } else {
      text += character;
    }
  }
  return { problem: 'A double quote is opened and not closed.' };
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\t';
}
