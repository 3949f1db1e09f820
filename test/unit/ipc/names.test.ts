import { describe, expect, it } from 'vitest';
import { calls, events } from '#shared/ipc/contract.ts';
import {
  bridgeCallName,
  bridgeEventName,
  callNames,
  eventNames,
  namesAreComplete,
} from '#shared/ipc/names.ts';
import { z } from '#shared/zod.ts';

describe('the names the preload knows', () => {
  it('are those of the contract', () => {
    expect([...callNames].sort()).toEqual(Object.keys(calls).sort());
    expect([...eventNames].sort()).toEqual(Object.keys(events).sort());
    expect(namesAreComplete).toBe(true);
  });

  it('become members of the bridge', () => {
    expect(bridgeCallName('keys.setDisabled')).toBe('keysSetDisabled');
    expect(bridgeEventName('inventory.changed')).toBe('onInventoryChanged');
  });
});

describe('the contract', () => {
  it('has one call only whose answer may hold a secret', () => {
    const answersWithSecret = Object.entries(calls).filter(([, { output }]) =>
      JSON.stringify(describeShape(output)).includes('"secret":'),
    );
    expect(answersWithSecret.map(([name]) => name)).toEqual(['handOver.reveal']);
  });

  it('names no credential in any answer or event', () => {
    const outgoing = [
      ...Object.values(calls).map(({ output }) => output),
      ...Object.values(events).map(({ payload }) => payload),
    ];
    for (const schema of outgoing)
      expect(JSON.stringify(describeShape(schema))).not.toMatch(/"(credential|token|password)":/);
  });
});

/** The property names of a schema, as JSON Schema tells them. */
function describeShape(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { unrepresentable: 'any' });
}
