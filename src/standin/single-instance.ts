/**
 * The lock by which a second start finds the first. Node has no file locks, so the lock is a symbolic link in the user
 * data folder (made in one step or not at all) whose target names the holder and its socket.
 */
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** What the second start tells the first. */
export interface SecondInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

interface Holder {
  readonly pid: number;
  readonly started: string;
  readonly socket: string;
}

const FOLDER = 'standin-lock-';
const RETRY_MS = 20;

/** A socket's path may have about a hundred letters; some systems allow a few more. */
const LONGEST_SOCKET = 100;

/** Process ids are used again; together with the start time they are not. Empty where the system does not tell. */
function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startTime(pid) === started;
}

function readHolder(link: string): Holder | undefined {
  try {
    const [pid, started = '', ...socket] = readlinkSync(link).split(':');
    return { pid: Number(pid), started, socket: socket.join(':') };
  } catch {
    return undefined;
  }
}

/** Also removes the folder that was made for it. */
function removeSocket(socket: string): void {
  rmSync(socket, { force: true });
  const folder = dirname(socket);
  if (basename(folder).startsWith(FOLDER)) rmSync(folder, { recursive: true, force: true });
}

export class SingleInstance {
  readonly #link: string;
  readonly #onSecond: (second: SecondInstance) => void;
  #server: Server | undefined;
  #socket: string | undefined;
  #told: Promise<void> = Promise.resolve();

  constructor(userData: string, onSecond: (second: SecondInstance) => void) {
    mkdirSync(userData, { recursive: true, mode: 0o700 });
    this.#link = join(userData, 'SingletonStandin');
    this.#onSecond = onSecond;
  }

  get held(): boolean {
    return this.#socket !== undefined;
  }

  /** Takes the lock, or tells its living holder about this start and answers false. */
  request(mine: SecondInstance): boolean {
    if (this.held) return true;
    const socket = this.#socketPath();
    for (;;) {
      try {
        symlinkSync(`${process.pid}:${startTime(process.pid)}:${socket}`, this.#link);
        this.#socket = socket;
        this.#listen(socket);
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = readHolder(this.#link);
      if (holder && isAlive(holder)) {
        removeSocket(socket);
        this.#told = this.#tell(holder, mine);
        return false;
      }
      this.#clearAway(holder);
    }
  }

  /** Resolves when the holder has been told. */
  async settled(): Promise<void> {
    await this.#told;
  }

  /** Lets the next start have it; nothing to do for who does not hold it. */
  release(): void {
    if (!this.#socket) return;
    this.#server?.close();
    rmSync(this.#link, { force: true });
    removeSocket(this.#socket);
    this.#socket = undefined;
  }

  /** Beside the lock where the path is short enough, so that even a killed process leaves nothing elsewhere. */
  #socketPath(): string {
    const beside = `${this.#link}.${process.pid}.socket`;
    if (process.platform !== 'win32' && Buffer.byteLength(beside) <= LONGEST_SOCKET) return beside;
    return join(mkdtempSync(join(tmpdir(), FOLDER)), 'socket');
  }

  /** Moves a dead holder's link aside. Moved, not removed: another start may have replaced it a moment ago. */
  #clearAway(dead: Holder | undefined): void {
    const aside = `${this.#link}.${process.pid}`;
    try {
      if (lstatSync(this.#link).isSymbolicLink()) renameSync(this.#link, aside);
    } catch {
      return;
    }
    const moved = readHolder(aside);
    if (moved && moved.socket !== dead?.socket && isAlive(moved)) renameSync(aside, this.#link);
    else rmSync(aside, { force: true });
    if (dead) removeSocket(dead.socket);
  }

  /** Each start connects, says its line, and is told that it was heard. */
  #listen(socket: string): void {
    this.#server = createServer((client) => {
      let text = '';
      client.setEncoding('utf8');
      client.on('data', (chunk: string) => {
        text += chunk;
        if (!text.endsWith('\n')) return;
        client.end('told');
        this.#onSecond(JSON.parse(text) as SecondInstance);
      });
      client.on('error', () => undefined);
    });
    this.#server.listen(socket).unref();
  }

  /** The holder may not listen yet, or quit meanwhile: try as long as it lives. */
  async #tell(holder: Holder, mine: SecondInstance): Promise<void> {
    while (isAlive(holder)) {
      const told = await new Promise<boolean>((resolve) => {
        const client = connect(holder.socket, () => client.write(`${JSON.stringify(mine)}\n`));
        client.on('data', () => resolve(true));
        client.on('error', () => resolve(false));
        client.on('close', () => resolve(false));
      });
      if (told) return;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
