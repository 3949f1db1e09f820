/** The incident note: what stands in it, and that no name and no story breaks it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checklistOf, type Incident } from '#shared/domain/incident.ts';
import type { Run } from '#shared/domain/rotation-run.ts';
import { inline, quotation } from '../../../src/main/incidents/markdown.ts';
import { type IncidentFacts, incidentNote } from '../../../src/main/incidents/note.ts';

const step = (
  name: Run['steps'][number]['step'],
  state: Run['steps'][number]['state'],
  at: string | null = null,
) => ({
  step: name,
  state,
  at,
  note: '',
});

const run: Run = {
  id: 'run',
  workspaceId: 'workspace',
  togetherId: null,
  reason: 'compromised',
  startedAt: '2026-11-21T08:00:12Z',
  endedAt: null,
  old: { keyId: 'old', remoteId: 'ak_17', name: 'line-7-uploader', prefix: 'Zt4q' },
  twin: { keyId: 'twin', remoteId: 'ak_18', name: 'line-7-uploader-2026-11-21', prefix: 'Bq9x' },
  twinName: 'line-7-uploader-2026-11-21',
  state: 'running',
  steps: [
    step('disable', 'done', '2026-11-21T08:00:13Z'),
    step('twin', 'done', '2026-11-21T08:00:14Z'),
    step('hand-over', 'done', '2026-11-21T08:05:00Z'),
    step('consumers', 'current'),
    step('delete', 'ahead'),
    step('proof', 'ahead'),
  ],
  waits: null,
  problem: null,
  consumers: [
    { name: 'line 7', doneAt: '2026-11-21T08:06:00Z' },
    { name: 'line 8', doneAt: null },
  ],
  quietHours: 0,
  disabledDays: 7,
  undo: null,
};

const incident: Incident = {
  at: run.startedAt,
  whatHappened: 'Seen in a public repository.',
  subject: {
    platform: 'roboflow',
    workspaceName: 'Acme Vision',
    environment: 'production',
    owner: 'Ana',
    grant: { platform: 'roboflow', scopes: ['model:infer'] },
    folders: ['North', 'South'],
    consumers: ['line 7', 'line 8'],
    createdAt: '2026-03-02T10:00:00Z',
    createdBy: 'ana@acme.example',
    lastUsed: { kind: 'not-reported' },
    disabled: false,
  },
  ticks: { activity: '2026-11-21T08:10:00Z', team: null },
};

const facts: IncidentFacts = {
  run,
  incident,
  events: [
    { at: '2026-11-21T08:00:12Z', step: 'disable', detail: 'The key is compromised: its secret ends first.' },
    { at: '2026-11-21T08:06:00Z', step: 'consumers', detail: 'line 7 switched.' },
  ],
  now: '2026-11-21T09:00:00Z',
  timeZone: 'Europe/Berlin',
};

const withSubject = (change: Partial<Incident['subject']>): string =>
  incidentNote({ ...facts, incident: { ...incident, subject: { ...incident.subject, ...change } } });

describe('the incident note', () => {
  it('says what is known, what was done and what is open', () => {
    const note = incidentNote(facts);
    expect(note).toContain('# Incident: line-7-uploader was compromised\n');
    expect(note).toContain('- **Visible prefix**: Zt4q\n');
    expect(note).toContain(
      '- **Workspace**: Acme Vision\n- **Platform**: Roboflow\n- **Environment**: Production\n',
    );
    expect(note).toMatch(/- \*\*Scope\*\*: This key can .+ in 2 folders\.\n/);
    expect(note).toContain('- **Folders**: North, South\n- **Used by**: line 7, line 8\n- **Owner**: Ana\n');
    expect(note).toContain(
      '- **Made**: 2026-03-02 10:00:00 UTC (2 Mar 2026, 11:00:00 Europe/Berlin)\n- **Made by**: ana\\@acme.example\n',
    );
    expect(note).toContain('> Seen in a public repository.\n');
    expect(note).toContain('| UTC | Europe/Berlin | What |\n| --- | --- | --- |\n');
    expect(note).toContain('| 2026-11-21 08:06:00 UTC | 21 Nov 2026, 09:06:00 | line 7 switched. |\n');
    expect(note).toContain(
      '| 2026-11-21 08:10:00 UTC | 21 Nov 2026, 09:10:00 | Recent activity was looked at. |\n',
    );
    expect(note).toContain(
      '- [x] Replace it: 2026-11-21 08:05:00 UTC (21 Nov 2026, 09:05:00 Europe/Berlin)\n',
    );
    expect(note).toContain('- [ ] Delete the key (disabled, and to be deleted)\n');
    expect(note).toContain('- [ ] Update applications (1 of 2 switched)\n');
    expect(note.split('## Still open\n\n')[1]).toBe(
      '- Delete the key\n- Update applications\n- Tell the team\n',
    );
  });

  it('keeps never, not reported and not seen apart', () => {
    const used = (kind: 'never' | 'not-reported' | 'not-seen') =>
      /\*\*Last used[^*]*\*\*: (.*)/.exec(withSubject({ lastUsed: { kind } }))?.[1];
    expect([used('never'), used('not-reported'), used('not-seen')]).toEqual([
      'never, says Roboflow',
      'not reported: Roboflow does not tell when a key is used',
      'not seen yet: Latchkey had not looked',
    ]);
    expect(withSubject({ lastUsed: { kind: 'at', at: '2026-11-21T07:00:00Z' } })).toContain(
      '2026-11-21 07:00:00 UTC (21 Nov 2026, 08:00:00 Europe/Berlin)',
    );
  });

  it('of a rotation that was taken over begins where the key was marked', () => {
    const note = incidentNote({
      ...facts,
      incident: { ...incident, at: '2026-11-21T08:02:00Z' },
    });
    expect(note).not.toContain('its secret ends first');
    expect(note).toContain('| 2026-11-21 08:02:00 UTC | 21 Nov 2026, 09:02:00 | Marked as compromised. |');
  });
});

describe('words of others', () => {
  const nasty = fc.oneof(
    fc.string({ maxLength: 40, unit: 'grapheme' }),
    fc.string({
      maxLength: 40,
      unit: fc.constantFrom(
        ...'|`#*_[]()<>&!~\\-+.=:1a '.split(''),
        '\n',
        '\r\n',
        '\u2028',
        '\t',
        '<b>',
        '](x)',
        '```',
        '---',
      ),
    }),
  );
  /** Without what stands behind a backslash, only the note's own Markdown is left. */
  const bare = (markdown: string) => markdown.replaceAll(/\\[!-/:-@[-`{-~]/g, '');
  const marks = (markdown: string) => bare(markdown).replaceAll(/[^\\`*_{}[\]<>|~#&\n]/g, '');

  it('are one line with nothing in it that Markdown or HTML would read', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(bare(inline(text))).not.toMatch(
          text.trim() === '' ? /\n/ : /[\\`*_{}[\]<>|~#&!\n\r\u2028\u2029]/,
        );
      }),
    );
  });

  it('leave the note with the lines and the marks that it has with plain names', () => {
    const noteOf = (name: string) =>
      incidentNote({
        ...facts,
        run: {
          ...run,
          old: { ...run.old, name: name || 'x', prefix: name || 'x', remoteId: name },
          twin: { keyId: null, remoteId: 'x', name, prefix: '' },
        },
        incident: {
          ...incident,
          subject: {
            ...incident.subject,
            owner: name,
            workspaceName: name,
            folders: [name, name],
            consumers: [name],
            createdBy: name,
          },
        },
        events: [{ at: run.startedAt, step: null, detail: name }],
      });
    const plain = marks(noteOf('plain'));
    fc.assert(
      fc.property(nasty, (name) => {
        expect(marks(noteOf(name))).toBe(plain);
      }),
    );
  });

  it('of a story stay a quotation, line by line', () => {
    fc.assert(
      fc.property(nasty, (story) => {
        const lines = quotation(story).split('\n');
        for (const line of lines) {
          expect(line).toMatch(/^>($| \S)/);
          expect(line).not.toMatch(/^> ([-+=#>*`~|]|\d+[.)])/);
          expect(bare(line.slice(1)).replace(/\\$/, '')).not.toMatch(/[\\`*_{}[\]<>|~#&!]/);
        }
        expect(lines.at(-1)).not.toMatch(/(^|[^\\])(\\\\)*\\$/);
      }),
    );
  });
});

describe('the checklist', () => {
  it('follows the steps of the run, and what a person ticked', () => {
    const states = (subject: Run) => checklistOf(subject, incident).map(({ id, doneAt }) => [id, doneAt]);
    expect(states(run)).toEqual([
      ['delete', null],
      ['replace', '2026-11-21T08:05:00Z'],
      ['update', null],
      ['activity', '2026-11-21T08:10:00Z'],
      ['team', null],
    ]);
    const first: Run = {
      ...run,
      twin: null,
      steps: [
        step('disable', 'skipped', '2026-11-21T08:00:12Z'),
        step('delete', 'done', '2026-11-21T08:00:13Z'),
        step('twin', 'current'),
        step('hand-over', 'ahead'),
        step('consumers', 'ahead'),
        step('proof', 'ahead'),
      ],
    };
    expect(states(first).slice(0, 3)).toEqual([
      ['delete', '2026-11-21T08:00:13Z'],
      ['replace', null],
      ['update', null],
    ]);
  });
});
