// Reads the command line.
import { parseArgs } from 'node:util';
import { StartFailure } from '../core/failure.ts';
import { PROFILE_NAMES } from '../worlds/profiles.ts';

export const USAGE = `Usage: sandbox [--profile NAME] [--port NUMBER] [--data FOLDER] [--seed TEXT]

  --profile NAME   What exists at the start: ${PROFILE_NAMES.join(', ')}. Default: demo.
  --port NUMBER    Port on 127.0.0.1, 0 for any free one. Default: 0.
  --data FOLDER    Where the world is kept between starts. Default: a temporary folder, removed at exit.
  --seed TEXT      How chance falls in the profile chaos; the same seed fails the same way. Default: 1.
  --help           Shows this.
`;

export interface Arguments {
  profile: string;
  port: number;
  dataDir?: string;
  seed: string;
  help: boolean;
}

/** Throws StartFailure `bad-arguments` with a sentence that names the argument. */
export function readArguments(args: readonly string[]): Arguments {
  const { profile, port, data, seed, help } = parse(args);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new StartFailure('bad-arguments', `--port takes a number from 0 to 65535, not "${port}".`);
  }
  if (data === '') throw new StartFailure('bad-arguments', '--data takes the path of a folder.');
  return { profile, port: Number(port), seed, help, ...(data !== undefined && { dataDir: data }) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        profile: { type: 'string', default: 'demo' },
        port: { type: 'string', default: '0' },
        data: { type: 'string' },
        seed: { type: 'string', default: '1' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new StartFailure('bad-arguments', `${problem}. --help lists the options.`);
  }
}
