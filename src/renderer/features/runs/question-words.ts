/** What is asked once more before a run deletes or takes something back. */
import type { Run } from '#shared/domain/rotation-run.ts';
import { stepLabels } from './run-steps.ts';
import { oldWorks } from './run-words.ts';

export type RunQuestion = 'delete' | 'undo' | 'cancel' | 'new-twin';

type Words = { title: string; press: string; keep: string; sentences: readonly string[]; destroys: boolean };

export function questionWords(question: RunQuestion, run: Run): Words {
  const old = run.old.name || 'the old key';
  const twin = run.twin?.name || run.twinName;
  switch (question) {
    case 'delete':
      return {
        title: 'Delete old key',
        press: 'Delete now',
        keep: 'Cancel',
        destroys: true,
        sentences: [
          'Deleting is immediate and final. Whatever still uses the old key is refused from its next request on, and no step of this rotation can be taken back any more.',
          run.twin
            ? `${twin} has taken its place and stays.`
            : `${twin} is made right after, and you hand its secret over.`,
        ],
      };
    case 'cancel':
      return {
        title: 'Cancel rotation',
        press: 'Cancel rotation',
        keep: 'Keep rotating',
        destroys: run.twin !== null || run.reason === 'compromised',
        sentences:
          run.reason === 'compromised'
            ? cancelCompromised(run, old, twin)
            : run.twin
              ? [
                  `Every step is taken back: ${old} works again as before, and its twin is deleted.`,
                  `Whatever has the secret of ${twin} already is refused from its next request on: give it the old one again first.`,
                ]
              : [`Nothing was made yet. ${old} stays as it is.`],
      };
    case 'new-twin':
      return {
        title: 'Make another twin',
        press: 'Make another twin',
        keep: 'Cancel',
        destroys: true,
        sentences: [
          isOut(run)
            ? `${twin} is deleted, and another twin is made in its place. Whatever has its secret already is refused from its next request on, and every consumer needs the next one.`
            : `The secret of ${twin} was lost before it was handed over, so nothing uses that key. It is deleted, and another twin is made in its place.`,
          oldWorks(run) ? `${old} keeps working meanwhile.` : `${old} does not work any more.`,
        ],
      };
    case 'undo':
      return {
        title: run.undo ? `Undo ${stepLabels[run.undo.step].toLowerCase()}` : 'Undo',
        press: 'Undo',
        keep: 'Go back',
        // A secret that is out takes its key along.
        destroys: run.undo?.step === 'twin' || run.undo?.step === 'hand-over',
        sentences: [run.undo?.says ?? 'There is nothing to take back any more.'],
      };
  }
}

/** The twin's secret was handed over. */
function isOut({ steps }: Run): boolean {
  return steps.some(({ step, state }) => step === 'hand-over' && state === 'done');
}

/** Going back means that whoever should not have the secret is let in again. */
function cancelCompromised(run: Run, old: string, twin: string): string[] {
  const isDeleted = run.steps.some(({ step, state }) => step === 'delete' && state === 'done');
  if (isDeleted)
    return [`${old} is deleted and stays so. No new key is made, and this list of what is left to do ends.`];
  return [
    `${old} works again as before: whoever has its secret can use it. Do this only when it turned out that nobody else has it.`,
    ...(run.twin
      ? [`${twin} is deleted. Whatever has its secret already is refused from its next request on.`]
      : []),
  ];
}
