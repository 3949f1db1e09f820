/** What the browser shows once it has answered: that one can go back. It does not know how the sign-in ended, and holds no secret. */
import { createHash } from 'node:crypto';

const style = `
:root { color-scheme: light dark; --text: #1c2024; --quiet: #60646c; --page: #fcfcfd; }
@media (prefers-color-scheme: dark) { :root { --text: #edeef0; --quiet: #b0b4ba; --page: #111113; } }
body { margin: 20vh auto 0; max-width: 26rem; padding: 0 1.5rem; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; }
h1 { margin: 0 0 0.5rem; font-size: 1.25rem; font-weight: 600; }
p { margin: 0; color: var(--quiet); }
`;

export const answerPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Latchkey</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>You can go back to Latchkey</h1>
<p>Your answer has arrived there. This page can be closed.</p>
</main>
</body>
</html>
`;

const hash = createHash('sha256').update(style).digest('base64');

export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // The address holds a code, which is used up by now; still nothing of it should stay around.
  'cache-control': 'no-store',
  connection: 'close',
};
