/** The incident note: what is known about a compromised key and what was done, as Markdown. Pure, and never with a secret. */
import { environmentLabels } from '#shared/domain/environment.ts';
import { grantSentence } from '#shared/domain/grant-text.ts';
import { checklistOf, type Incident, type IncidentSubject } from '#shared/domain/incident.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { Run } from '#shared/domain/rotation-run.ts';
import type { RunEvent } from '../store/api/runs.ts';
import { inline, quotation } from './markdown.ts';

export type IncidentFacts = {
  run: Run;
  incident: Incident;
  events: readonly RunEvent[];
  /** When the note is written. */
  now: string;
  /** By its IANA name, for instance `Europe/Berlin`. */
  timeZone: string;
};

export function incidentNote(facts: IncidentFacts): string {
  const { run, incident, now, timeZone } = facts;
  const both = (at: string) => `${utc(at)} (${local(at, timeZone)} ${inline(timeZone)})`;
  const checklist = checklistOf(run, incident);
  const open = checklist.filter(({ doneAt }) => doneAt === null);
  return `${[
    `# Incident: ${inline(run.old.name || 'a key without a name')} was compromised`,
    `Written ${both(now)} by Latchkey. ${standing(run)}`,
    '## Key',
    keyLines(run, incident.subject, both).join('\n'),
    '## What happened',
    incident.whatHappened === '' ? 'Nobody wrote it down yet.' : quotation(incident.whatHappened),
    '## Timeline',
    timeline(facts).join('\n'),
    '## Checklist',
    checklist
      .map(({ label, doneAt, note }) =>
        doneAt === null
          ? `- [ ] ${label}${note === '' ? '' : ` (${inline(note)})`}`
          : `- [x] ${label}: ${both(doneAt)}`,
      )
      .join('\n'),
    '## Still open',
    open.length === 0 ? 'Nothing.' : open.map(({ label }) => `- ${label}`).join('\n'),
  ].join('\n\n')}\n`;
}

function standing(run: Run): string {
  if (run.state === 'cancelled') return 'Its replacement was taken back.';
  return run.state === 'done'
    ? 'The key is gone, and its replacement is in place.'
    : 'Its replacement is under way.';
}

function keyLines(run: Run, subject: IncidentSubject, both: (at: string) => string): string[] {
  const { old, twin } = run;
  const { label } = platforms[subject.platform];
  const list = (names: readonly string[]) => names.map(inline).join(', ');
  const line = (term: string, value: string) => `- **${term}**: ${value}`;
  return [
    line('Name', inline(old.name || 'No name')),
    line('Visible prefix', old.prefix === '' ? 'the platform shows none' : inline(old.prefix)),
    line('Id at the platform', inline(old.remoteId)),
    line('Workspace', inline(subject.workspaceName)),
    line('Platform', label),
    line('Environment', environmentLabels[subject.environment]),
    line('Scope', inline(grantSentence(subject.grant, subject.folders.length))),
    line('Folders', subject.folders.length === 0 ? 'not restricted to any' : list(subject.folders)),
    line('Used by', subject.consumers.length === 0 ? 'nobody noted it' : list(subject.consumers)),
    line('Owner', subject.owner === null ? 'nobody noted it' : inline(subject.owner)),
    line('Made', subject.createdAt === null ? `when is not reported by ${label}` : both(subject.createdAt)),
    line('Made by', subject.createdBy === null ? `not reported by ${label}` : inline(subject.createdBy)),
    line('Last used, as known when it was marked', lastUsed(subject, both)),
    ...(subject.disabled ? [line('Before', 'it was disabled already')] : []),
    line('Replaced by', replacement(twin, run.twinName)),
  ];
}

function replacement(twin: Run['twin'], twinName: string): string {
  if (!twin) return `not made yet; it will be called ${inline(twinName)}`;
  return twin.prefix === '' ? inline(twin.name) : `${inline(twin.name)} (${inline(twin.prefix)})`;
}

/** Three different things: the platform says never, it does not say, and nobody has looked. */
function lastUsed({ lastUsed: used, platform }: IncidentSubject, both: (at: string) => string): string {
  const { label } = platforms[platform];
  switch (used.kind) {
    case 'at':
      return both(used.at);
    case 'never':
      return `never, says ${label}`;
    case 'not-reported':
      return `not reported: ${label} does not tell when a key is used`;
    case 'not-seen':
      return 'not seen yet: Latchkey had not looked';
  }
}

const ticked = { activity: 'Recent activity was looked at.', team: 'The team was told.' } as const;

function timeline({ run, incident, events, timeZone }: IncidentFacts): string[] {
  const { ticks } = incident;
  const byPerson = (['activity', 'team'] as const).flatMap((task) => {
    const at = ticks[task];
    return at === null ? [] : [{ at, detail: ticked[task] }];
  });
  // A rotation that was planned at first: what came before belongs to it, and not to this.
  const since = events.filter(({ at }) => Date.parse(at) >= Date.parse(incident.at));
  const all = [
    ...(run.startedAt === incident.at ? [] : [{ at: incident.at, detail: 'Marked as compromised.' }]),
    ...since,
    ...byPerson,
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return [
    `| UTC | ${inline(timeZone)} | What |`,
    '| --- | --- | --- |',
    ...all.map(({ at, detail }) => `| ${utc(at)} | ${local(at, timeZone)} | ${inline(detail)} |`),
  ];
}

/** "2026-11-21 08:00:12 UTC". */
function utc(at: string): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** "21 Nov 2026, 09:00:12". */
function local(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(new Date(at));
}
