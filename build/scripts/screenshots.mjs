// `npm run screenshots`: takes the pictures in docs/screenshots anew, by the Playwright project of that name.
import { buildIfChanged } from './lib/build.mjs';
import { missingForKeychain, withPrivateKeychain } from './lib/keychain.mjs';
import { mainOnProjectNode } from './lib/node.mjs';
import { step, Trouble } from './lib/say.mjs';
import { runPlaywright } from './stages/playwright.mjs';

await mainOnProjectNode(async () => {
  await buildIfChanged();
  // With a keychain the pictures show what most people see; without one they say that there is none.
  const take = () =>
    missingForKeychain().length === 0
      ? withPrivateKeychain((keychain) => runPlaywright('screenshots', keychain))
      : runPlaywright('screenshots');
  const outcome = await step('Taking the screenshots', take);
  if (outcome.failed > 0)
    throw new Trouble('Not every screenshot could be taken: see above.', outcome.output);
  return 0;
});
