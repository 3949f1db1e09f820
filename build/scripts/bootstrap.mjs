// What every command does first: dependencies, the project's own Node, and something to show a window with.
// Node's built-ins only, for it runs before anything is installed, on whatever Node the system has.

const oldestNode = 20;

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  process.stderr.write(
    `Latchkey needs Node ${oldestNode} or newer to set itself up; this is ${process.version}. Get it from https://nodejs.org.\n`,
  );
  process.exit(1);
}

// Loaded only now, because an older Node could not even parse it.
const { bootstrap } = await import('./setup/steps.mjs');
await bootstrap({
  forTests: process.argv.includes('--tests'),
  window: !process.argv.includes('--no-window'),
});
