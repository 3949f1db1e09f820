/** The secret into the standard input of a command, which is shown word for word before it runs. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { noCommand, parseCommandLine } from '#shared/domain/command-line.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import type { Request } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import styles from './store-secret-panel.module.css';

export function StoreSecretCommand({
  handOverId,
  open,
  request,
  onHandedOver,
}: {
  handOverId: string;
  open: boolean;
  request: Request;
  onHandedOver: () => void;
}) {
  const [line, setLine] = useState('');
  const [result, setResult] = useState<CallOutput<'handOver.pipe'> | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const command = parseCommandLine(line);
  const problem = 'problem' in command ? command.problem : null;
  useEffect(() => {
    if (open) input.current?.focus();
  }, [open]);

  const run = async (event: FormEvent) => {
    event.preventDefault();
    if (problem !== null) return;
    setResult(null);
    const piped = await request.run(() => bridge().handOverPipe({ handOverId, line }));
    if (!piped) return;
    setResult(piped);
    if (piped.handedOver) onHandedOver();
  };

  return (
    <form className={styles.panel} hidden={!open} onSubmit={(event) => void run(event)}>
      <div className={styles.command}>
        <div className={styles.line}>
          <Field
            label="Command"
            problem={problem !== null && problem !== noCommand ? { message: problem } : null}
            hint={'argv' in command ? <Words argv={command.argv} /> : noCommand}
          >
            {(control) => (
              <TextInput
                {...control}
                ref={input}
                mono
                placeholder="gh secret set NAME"
                value={line}
                readOnly={request.busy}
                onChange={(event) => setLine(event.target.value)}
              />
            )}
          </Field>
        </div>
        {request.busy ? (
          <Button
            className={styles.run ?? ''}
            onClick={() => void answer(bridge().handOverStopPipe({ handOverId }))}
          >
            Stop
          </Button>
        ) : (
          <Button type="submit" className={styles.run ?? ''} disabled={problem !== null}>
            Run
          </Button>
        )}
      </div>
      {/* Before the output, which a low window cuts off. */}
      <p className={styles.note} role="status">
        {request.busy ? 'Running…' : (result?.message ?? 'Runs without a shell, in your home folder.')}
      </p>
      {result && result.output !== '' && (
        <textarea
          className={styles.preview}
          aria-label="Output of the command"
          readOnly
          spellCheck={false}
          value={result.output}
        />
      )}
    </form>
  );
}

/** What will run: each word by itself, since that is how the program gets them. */
function Words({ argv }: { argv: readonly string[] }) {
  return (
    <>
      {'Runs '}
      {argv.map((word, at) => (
        // A word can come twice, and is told apart by those before it.
        <code key={argv.slice(0, at + 1).join('\0')} className={styles.word}>
          {word === '' ? ' ' : word}
        </code>
      ))}
    </>
  );
}
