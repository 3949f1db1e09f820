import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteForShell } from '../../../../src/main/secrets/quoting.ts';
import { parseCommandLine } from '../../../../src/shared/domain/command-line.ts';

describe('a command line', () => {
  test.each<[string, string[]]>([
    ['gh secret set NAME', ['gh', 'secret', 'set', 'NAME']],
    ['  gh\tsecret  ', ['gh', 'secret']],
    ["gh secret set 'MY NAME'", ['gh', 'secret', 'set', 'MY NAME']],
    ['a "b c"d\'e f\'', ['a', 'b cde f']],
    ["a '' b", ['a', '', 'b']],
    ['a "say \\"yes\\" \\\\ \\n"', ['a', 'say "yes" \\ \\n']],
    ["a '$HOME | *'", ['a', '$HOME | *']],
    ['a \\$HOME \\| \\*', ['a', '$HOME', '|', '*']],
    ['a "*;|" --env=X=1', ['a', '*;|', '--env=X=1']],
    ['a b~ c#d', ['a', 'b~', 'c#d']],
  ])('%s', (line, argv) => {
    expect(parseCommandLine(line)).toEqual({ argv });
  });

  test('every vector comes back from its quoted form', () => {
    const word = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.array(word), word.filter(Boolean), (rest, first) => {
        const argv = [first, ...rest];
        expect(parseCommandLine(argv.map(quoteForShell).join(' '))).toEqual({ argv });
      }),
    );
  });

  test('whatever is typed gives a vector or a sentence', () => {
    const piece = fc.constantFrom('a', ' ', "'", '"', '\\', '$', '|', '~', '\n', '=', '\0', '*', 'é', '😀');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const read = parseCommandLine(pieces.join(''));
        if ('problem' in read) expect(read.problem).toMatch(/\.$/);
        else expect(read.argv[0]).not.toBe('');
      }),
    );
  });
});

describe('what only a shell could do is refused, with the reason', () => {
  test.each([
    ['cat | tee x', 'Pipes need a shell'],
    ['cat > x', 'Redirects need a shell'],
    ['cat <x', 'Redirects need a shell'],
    ['a && b', 'One command at a time'],
    ['a; b', 'One command at a time'],
    ['a &', 'One command at a time'],
    ['a\nb', 'on one line'],
    ['a $HOME', 'Variables are not filled in'],
    ['a "$HOME"', 'Variables are not filled in'],
    ['a `b`', 'Commands inside commands'],
    ['a "`b`"', 'Commands inside commands'],
    ['(a)', 'Parentheses'],
    ['a *.env', 'Patterns'],
    ['a file?', 'Patterns'],
    ['a [ab]', 'Patterns'],
    ['~/bin/a', 'home folder'],
    ['a # note', 'Comments'],
    ['A=1 b', 'Variables before a command'],
    ["a 'b", 'single quote'],
    ['a "b', 'double quote'],
    ['a \\', 'ends in the middle'],
    ['a \0', 'no command can take'],
    ["'' a", 'no name'],
    ['  ', 'Type the command'],
  ])('%s', (line, reason) => {
    expect(parseCommandLine(line)).toEqual({ problem: expect.stringContaining(reason) });
  });
});
