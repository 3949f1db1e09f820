/** Runs as a utility process of the probe: answers, talks on both outputs, and ends when told. */
import process from 'node:process';

process.parentPort.on('message', ({ data }) => {
  if (data === 'end') process.exit(3);
  process.stdout.write('out\n');
  process.stderr.write('err\n');
  process.parentPort.postMessage({ data, argv: process.argv.slice(2), planted: process.env.PLANTED });
});
