/** Walks what a face documents: every status of every operation, each brought about by a request of its own. */
import { expect, it } from 'vitest';
import { callerOf } from '../support/http.ts';
import { sandboxForFile, testProfile } from '../support/test-world.ts';
import { type Documented, documentOf } from './document.ts';

type Params = Readonly<Record<string, string>>;
type Given = {
  as?: string;
  json?: unknown;
  raw?: string;
  headers?: Record<string, string>;
  query?: string;
  /** In place of those that the walk has. */
  params?: Params;
};

/** An operation as the document names it, the status it shall answer with, and what is sent. */
export type Step = readonly [operation: string, status: number, given?: Given];

export async function walkOf(face: string, profile = testProfile) {
  const { url } = await sandboxForFile({ profile });
  // One request a minute: whoever asks twice has asked too often.
  const busy = await sandboxForFile({ profile, requestsPerMinute: 1 });
  const call = callerOf(`${url}/${face}`);
  const document = await documentOf(call);

  return {
    url,
    call,
    /** `params` are what stands in braces. The steps are taken in their order, since one may need what another did. */
    walk(steps: readonly Step[], params: Params, as: string): void {
      const walked = new Set<string>();
      const addressOf = (operation: string, own: Params = {}) => {
        const [method = '', template = ''] = operation.split(' ');
        const path = template.replaceAll(
          /\{(\w+)\}/g,
          (_, name: string) => own[name] ?? params[name] ?? name,
        );
        return { method, path };
      };

      const whole = steps.map(([operation, status, given = {}]): [string, number, Given] => [
        operation,
        status,
        given,
      ]);
      it.each(whole)('%s answers %i as documented', async (operation, status, given) => {
        const { query = '', params: own, ...sent } = given;
        const { method, path } = addressOf(operation, own);
        const answer = await call(method, `${path}${query}`, { as, ...sent });
        expect(answer.status, JSON.stringify(answer.body)).toBe(status);
        document.expectAnswer(operation, answer);
        document.expectRequest(operation, sent.json, status);
        walked.add(`${operation} ${status}`);
      });

      it.each(operationsOf(document))(
        '%s refuses a stranger, and whoever asks too often',
        async (operation) => {
          const { method, path } = addressOf(operation);
          const stranger = { as: `nobody ${operation}`.replaceAll(/\W/g, '') };
          for (const [at, status] of [
            [call, 401],
            [callerOf(`${busy.url}/${face}`), 401],
            [callerOf(`${busy.url}/${face}`), 429],
          ] as const) {
            const answer = await at(method, path, stranger);
            expect(answer.status).toBe(status);
            document.expectAnswer(operation, answer);
            walked.add(`${operation} ${status}`);
          }
        },
      );

      it('nothing that is documented was left out', () => {
        expect([...walked].toSorted()).toEqual(document.statuses.toSorted());
      });
    },
  };
}

function operationsOf({ statuses }: Documented): string[] {
  return [...new Set(statuses.map((status) => status.replace(/ \w+$/, '')))];
}
