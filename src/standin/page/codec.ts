/**
 * Structured clone over text, for every border that carries only strings. The function is also put into pages as
 * source, so it may use nothing but what it is given and what every JavaScript world has.
 */

/** Stands for a value that stays on its own side, such as a function that the other side may call. */
export interface References {
  /** A number for the value, undefined when it may not cross. */
  keep(value: object): number | undefined;
  /** What stands here for the number kept on the other side. */
  reach(id: number): unknown;
}

export interface Codec {
  /** Throws `An object could not be cloned.`, as Electron does, rather than lose something silently. */
  encode(value: unknown): string;
  decode(text: string): unknown;
}

/** @param references for borders that functions may cross; without them a function is refused */
export function createCodec(references?: References): Codec {
  const MARK = '$';
  const uncloneable = () => new Error('An object could not be cloned.');
  const ERRORS = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
  type Packed = { $: string; v?: unknown; n?: string; s?: string; c?: unknown };

  // Chromium has Uint8Array.toBase64, Node 24 does not; these two exist on both sides.
  const toBase64 = (bytes: Uint8Array) => {
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary);
  };
  const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  const packBytes = (view: ArrayBufferView): Packed => {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    // Node's Buffer is a Uint8Array everywhere else.
    const name = view instanceof Uint8Array ? 'Uint8Array' : view.constructor.name;
    return { $: 'bytes', n: name, v: toBase64(bytes) };
  };

  /** What JSON can say stays as it is; everything else becomes an object with the mark. */
  const pack = (value: unknown, above: readonly object[]): unknown => {
    if (value === undefined) return { $: 'undefined' };
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') {
      const exact = Number.isFinite(value) && !Object.is(value, -0);
      return exact ? value : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    }
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (typeof value === 'symbol') throw uncloneable();
    const id = references?.keep(value);
    if (id !== undefined) return { $: 'reference', v: id };
    // A cycle has no text form; refusing it is better than cutting it.
    if (typeof value === 'function' || above.includes(value)) throw uncloneable();
    const inside = [...above, value];
    const each = (items: readonly unknown[]) => items.map((item) => pack(item, inside));
    if (Array.isArray(value)) return each(Array.from(value));
    if (value instanceof Date) return { $: 'date', v: pack(value.getTime(), inside) };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) return packBytes(value);
    if (value instanceof Map) return { $: 'map', v: each([...value].flat(1)) };
    if (value instanceof Set) return { $: 'set', v: each([...value]) };
    if (value instanceof RegExp) return { $: 'regexp', v: value.source, n: value.flags };
    if (value instanceof Error) {
      const cause = 'cause' in value ? { c: pack(value.cause, inside) } : {};
      return { $: 'error', n: value.name, v: value.message, s: value.stack ?? '', ...cause };
    }
    // Blobs, files, DOM nodes, weak maps: nothing of them would survive as a plain object.
    const tag = Object.prototype.toString.call(value);
    if (tag !== '[object Object]') throw uncloneable();
    const entries = Object.entries(value).map(([key, item]) => [key, pack(item, inside)] as const);
    // An object with our own mark as a key must not be taken for a packed value on the other side.
    return Object.hasOwn(value, MARK) ? { $: 'object', v: entries } : Object.fromEntries(entries);
  };

  const unpackBytes = (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    const kinds = { Int8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array };
    const wide = { Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView };
    const all: Record<string, new (buffer: ArrayBuffer) => ArrayBufferView> = { ...kinds, ...wide };
    const Kind = all[name];
    return Kind ? new Kind(bytes.buffer) : bytes;
  };

  const unpackError = ({ n = 'Error', v, s, ...rest }: Packed) => {
    const Kind = ERRORS[n as keyof typeof ERRORS] ?? Error;
    const error = new Kind(String(v), 'c' in rest ? { cause: unpack(rest.c) } : undefined);
    if (s) error.stack = s;
    return error;
  };

  const unpack = (packed: unknown): unknown => {
    if (typeof packed !== 'object' || packed === null) return packed;
    if (Array.isArray(packed)) return packed.map(unpack);
    const marked = packed as Packed;
    const list = () => (marked.v as unknown[]).map(unpack);
    switch (marked.$) {
      case undefined:
        break;
      case 'undefined':
        return undefined;
      case 'number':
        return Number(marked.v);
      case 'bigint':
        return BigInt(marked.v as string);
      case 'reference':
        return references?.reach(marked.v as number);
      case 'date':
        return new Date(unpack(marked.v) as number);
      case 'buffer':
        return fromBase64(marked.v as string).buffer;
      case 'bytes':
        return unpackBytes(marked.n ?? '', fromBase64(marked.v as string));
      case 'set':
        return new Set(list());
      case 'map': {
        const flat = list();
        return new Map(flat.flatMap((key, at) => (at % 2 === 0 ? [[key, flat[at + 1]] as const] : [])));
      }
      case 'regexp':
        return new RegExp(marked.v as string, marked.n);
      case 'error':
        return unpackError(marked);
      case 'object':
        return Object.fromEntries(
          (marked.v as [string, unknown][]).map(([key, item]) => [key, unpack(item)]),
        );
    }
    return Object.fromEntries(Object.entries(packed).map(([key, item]) => [key, unpack(item)]));
  };

  return {
    encode: (value) => JSON.stringify(pack(value, [])),
    decode: (text) => unpack(JSON.parse(text)),
  };
}
