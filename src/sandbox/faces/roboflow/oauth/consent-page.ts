// The page on which a person answers: as whom, and whether at all.
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { allPeople } from './people.ts';

const STYLE = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { max-width: 34rem; margin: 12vh auto; padding: 0 1.5rem; }
  h1 { font-size: 1.25rem; font-weight: 600; }
  label { display: block; margin: 1.5rem 0 0.25rem; font-weight: 600; }
  select { font: inherit; width: 100%; padding: 0.4rem; }
  details { margin: 1.5rem 0; }
  button { font: inherit; padding: 0.45rem 1.2rem; margin-right: 0.5rem; }
`;

/** No form-action: browsers apply it to the redirect that follows, and that goes to a port nobody knows before. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
};

/** `request`: the parameters to be sent back with the answer, checked before and checked again then. */
export function consentPage(
  clientName: string,
  request: Readonly<Record<string, string>>,
  scopes: readonly string[],
  people: ReturnType<typeof allPeople>,
) {
  const workspaces = [...new Set(people.map(({ workspaceName }) => workspaceName))];
  return page(
    'Allow access',
    html`<h1>${clientName} asks for access to a workspace</h1>
      <p>This is the sandbox. Nothing here is real.</p>
      <form method="post">
        ${Object.entries(request).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <label for="as">Answer as</label>
        <select id="as" name="as">
          ${workspaces.map(
            (workspace) => html`<optgroup label="${workspace}">
              ${people
                .filter(({ workspaceName }) => workspaceName === workspace)
                .map(
                  (person) =>
                    html`<option value="${person.workspace} ${person.email}">
                      ${workspace}: ${person.email} (${person.role})
                    </option>`,
                )}
            </optgroup>`,
          )}
        </select>
        <details>
          <summary>${scopes.length} scopes are asked for</summary>
          <p>${scopes.join(', ')}</p>
        </details>
        <button name="answer" value="allow">Allow</button>
        <button name="answer" value="refuse">Refuse</button>
      </form>`,
  );
}

/** For what must not be sent back to whoever asked, since who that is is just what is wrong. */
export function mistakePage(mistake: string) {
  return page('This cannot be allowed', html`<h1>This cannot be allowed</h1><p>${mistake}</p>`);
}

function page(title: string, content: ReturnType<typeof html>) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>${raw(STYLE)}</style>
      </head>
      <body>
        ${content}
      </body>
    </html>`;
}
