/** New secrets between creation and hand-over: in memory only, each under a ticket that the window may know. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { parseCommandLine } from '#shared/domain/command-line.ts';
import {
  type FileFormat,
  type HandOverFormat,
  type SnippetFormat,
  snippetFormats,
} from '#shared/ipc/hand-over.ts';
import { AppError } from '../system/app-error.ts';
import type { NewId } from '../system/ports.ts';
import type { ClipboardGuard } from './clipboard-guard.ts';
import type { ClipboardPort } from './clipboard-port.ts';
import { type ClipboardEnd, ClipboardTimer } from './clipboard-timer.ts';
import { maskSecret, visiblePrefix } from './mask.ts';
import { type PipeResult, pipeToCommand } from './pipe-to-command.ts';
import { type SaveDialog, saveToFile } from './save-to-file.ts';
import { carriesSecret, type SnippetPlace, snippet } from './snippets.ts';
import { systemTimer, type Timer } from './timer.ts';

export type NewSecret = SnippetPlace & {
  keyName: string;
  secret: string;
  /** The visible beginning as the platform shows it; may be empty. */
  prefix: string;
  /** Called once: the secret was handed over, or somebody said that nobody needs it. Not when Latchkey quits before. */
  onLetGo?: () => void;
};
/** What the window may know: nothing of the secret but its visible beginning and how much is hidden behind it. */
export type Ticket = { handOverId: string; prefix: string; hiddenLength: number };

export type HandOverPorts = {
  clipboard: ClipboardPort;
  clipboardGuard: ClipboardGuard;
  /** Milliseconds that a copy may stay on the clipboard; 30,000 where left out. */
  clipboardClearsAfter?: number;
  /** Keeps the window out of screenshots while a secret is on it. */
  setContentProtection: (on: boolean) => void;
  /** Registers a secret with the log's redactor; the answered function lets it go again. */
  blackOut: (secret: string) => () => void;
  onClipboard: (event: { handOverId: string; state: ClipboardEnd }) => void;
  askWhereToSave: SaveDialog;
  timer?: Timer;
  newId?: NewId;
};

type Held = {
  place: SnippetPlace;
  keyName: string;
  prefix: string;
  secret: Buffer;
  onLetGo: (() => void) | undefined;
  wasHandedOver: boolean;
  isRevealed: boolean;
  /** Stops the command that is being given the secret; null while none runs. */
  pipe: AbortController | null;
  unregister: () => void;
};

/** Calls throw `AppError`: `handover-over` for a ticket that is used up or was never given. */
export class HandOvers {
  readonly #ports: HandOverPorts;
  readonly #clipboard: ClipboardTimer;
  readonly #timer: Timer;
  readonly #held = new Map<string, Held>();

  constructor(ports: HandOverPorts) {
    this.#ports = ports;
    this.#timer = ports.timer ?? systemTimer;
    this.#clipboard = new ClipboardTimer({
      clipboard: ports.clipboard,
      timer: this.#timer,
      guard: ports.clipboardGuard,
      clearAfter: ports.clipboardClearsAfter ?? 30_000,
      onEnd: (handOverId, state) => ports.onClipboard({ handOverId, state }),
    });
  }

  begin({ platform, workspaceSlug, baseUrl, keyName, secret, prefix, onLetGo }: NewSecret): Ticket {
    const handOverId = (this.#ports.newId ?? randomUUID)();
    const visible = visiblePrefix(secret, prefix);
    this.#ports.clipboardGuard.prepare();
    this.#held.set(handOverId, {
      place: { platform, workspaceSlug, baseUrl },
      keyName,
      prefix: visible,
      // A buffer can be overwritten when it is over. The string it came in, and those made from it for the clipboard and
      // for Reveal, cannot: JavaScript leaves them to the garbage collector.
      secret: Buffer.from(secret, 'utf8'),
      onLetGo,
      wasHandedOver: false,
      isRevealed: false,
      pipe: null,
      unregister: this.#ports.blackOut(secret),
    });
    return { handOverId, prefix: visible, hiddenLength: secret.length - visible.length };
  }

  /** Answers when the clipboard will be cleared, RFC 3339 in UTC. */
  async copy(handOverId: string, format: HandOverFormat): Promise<string> {
    const held = this.#need(handOverId);
    const secret = held.secret.toString('utf8');
    const text = format === 'secret' ? secret : snippet(format, held.place, secret);
    const clearsAt = await this.#writeToClipboard(handOverId, text);
    // A program that reads its environment does not hold the secret: whoever copied only that has not stored it yet.
    if (carriesSecret(format)) letGo(held);
    return clearsAt.toISOString();
  }

  /** With the secret masked. */
  snippets(handOverId: string): Record<SnippetFormat, string> {
    const { place, secret, prefix } = this.#need(handOverId);
    const masked = maskSecret(secret.toString('utf8'), prefix);
    const entries = snippetFormats.map((format) => [format, snippet(format, place, masked)]);
    return Object.fromEntries(entries) as Record<SnippetFormat, string>;
  }

  reveal(handOverId: string): string {
    const held = this.#need(handOverId);
    // Before the secret is on its way, so that there is no moment in which a screenshot could catch it.
    this.#ports.setContentProtection(true);
    held.isRevealed = true;
    letGo(held);
    return held.secret.toString('utf8');
  }

  /** Answers the name of the file, without its folder; null when the person cancelled. Throws `file` as saveToFile does. */
  async save(handOverId: string, format: FileFormat): Promise<string | null> {
    const { keyName } = this.#need(handOverId);
    const path = await this.#ports.askWhereToSave(suggestedFileName(keyName, format), 'Save the secret');
    if (path === null) return null;
    // Looked for again: the hand-over can have ended while the dialog stood open.
    const held = this.#need(handOverId);
    const secret = held.secret.toString('utf8');
    const content = Buffer.from(format === 'secret' ? secret : snippet('env', held.place, secret), 'utf8');
    try {
      await saveToFile(path, content);
    } finally {
      content.fill(0);
    }
    letGo(held);
    return basename(path);
  }

  /** Throws `bad-input` where the line is no command, or would show the secret to other programs. */
  async pipe(handOverId: string, line: string): Promise<PipeResult> {
    const held = this.#need(handOverId);
    const command = parseCommandLine(line);
    if ('problem' in command) throw new AppError({ code: 'bad-input', message: command.problem });
    if (command.argv.some((word) => word.includes(held.secret.toString('utf8')))) {
      throw new AppError({
        code: 'bad-input',
        message: 'The secret itself stands in this command, where other programs could read it.',
        hint: 'Take it out: the command gets it on its standard input.',
      });
    }
    if (held.pipe) throw new AppError({ code: 'conflict', message: 'A command is running already.' });
    const running = new AbortController();
    held.pipe = running;
    // A copy, so that the end of the hand-over cannot overwrite what the command is just reading.
    const secret = Buffer.from(held.secret);
    const { signal } = running;
    const result = await pipeToCommand({ argv: command.argv, secret, signal, timer: this.#timer });
    secret.fill(0);
    held.pipe = null;
    if (result.handedOver) letGo(held);
    return result;
  }

  stopPipe(handOverId: string): void {
    this.#need(handOverId).pipe?.abort();
  }

  /** Refused with `bad-input` unless the secret was handed over, or `unneeded` says that nobody needs it. */
  finish(handOverId: string, { unneeded }: { unneeded: boolean }): void {
    const held = this.#need(handOverId);
    if (!held.wasHandedOver && !unneeded) {
      throw new AppError({
        code: 'bad-input',
        message: `The secret of ${held.keyName} has not been handed over yet, and it cannot be shown again later.`,
        hint: 'Copy it, save it, pipe it to a command, or say that you do not need it.',
      });
    }
    letGo(held);
    this.#end(handOverId, held);
  }

  /** For a locked screen: nobody is there to paste it, and somebody else may be next. */
  async clearClipboard(): Promise<void> {
    await this.#clipboard.clearNow();
  }

  /** For quitting: overwrites every secret and takes ours off the clipboard. Never throws. */
  async finishAll(): Promise<void> {
    for (const [handOverId, held] of [...this.#held]) this.#end(handOverId, held);
    // A clipboard that cannot be read now is left to the guard, which goes on trying when this process is gone.
    await this.#clipboard.clearNow().catch(() => undefined);
  }

  #end(handOverId: string, held: Held): void {
    held.pipe?.abort();
    held.secret.fill(0);
    held.unregister();
    this.#held.delete(handOverId);
    if (this.#held.size === 0 && !this.#clipboard.isWaiting) this.#ports.clipboardGuard.release();
    if (!held.isRevealed) return;
    // Another secret may still be on the window.
    if (![...this.#held.values()].some((other) => other.isRevealed)) this.#ports.setContentProtection(false);
  }

  async #writeToClipboard(handOverId: string, text: string): Promise<Date> {
    try {
      return await this.#clipboard.copy(handOverId, text);
    } catch {
      throw new AppError({
        code: 'internal',
        message: 'The clipboard of this computer did not take the secret, so nothing was copied.',
        hint: 'Try again, or reveal the secret and write it down where it belongs.',
      });
    }
  }

  #need(handOverId: string): Held {
    const held = this.#held.get(handOverId);
    if (held) return held;
    throw new AppError({
      code: 'handover-over',
      message: 'This hand-over is over, and its secret was overwritten.',
      hint: 'If the secret was not stored, delete the key and make a new one.',
    });
  }
}

/** From here on the secret may be lost here. */
function letGo(held: Held): void {
  if (!held.wasHandedOver) held.onLetGo?.();
  held.wasHandedOver = true;
}

/** Made of the key's name, without anything that some file system refuses or hides. */
function suggestedFileName(keyName: string, format: FileFormat): string {
  const bare = keyName.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return `${bare.slice(0, 60) || 'key'}.${format === 'env' ? 'env' : 'secret'}`;
}
