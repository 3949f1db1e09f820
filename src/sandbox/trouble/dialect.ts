// Tells an answer in another of its shapes: the same facts, in the ways that older and newer servers put them.
import type { Random } from '../core/random.ts';

type Fields = Record<string, unknown>;

/** Left out, these mean what they said: an absent flag is false, an absent cursor is the last page. */
const SILENT_DEFAULTS: Fields = {
  default: false,
  disabled: false,
  protected: false,
  public: false,
  name: '',
  after: null,
  next: null,
};

/** A JSON answer that went well. */
export function retellAnswer(body: unknown, random: Random): unknown {
  if (!isFields(body)) return body;
  const { apiKeys, apiKey, keys, items } = body;
  if (Array.isArray(apiKeys)) return retold({ ...body, apiKeys: apiKeys.map(key) }, random);
  if (Array.isArray(keys)) return retold({ ...body, keys: keys.map(key) }, random);
  if (Array.isArray(items)) return retold({ ...body, items: items.map(key) }, random);
  // Roboflow's own client takes one key bare as well, so both must be about.
  if (isFields(apiKey)) return random.chance(0.5) ? key(apiKey) : { apiKey: key(apiKey) };
  return key(body);

  function key(fields: unknown): unknown {
    return isFields(fields) ? retold(fields, random) : fields;
  }
}

/** A refusal's words as `{"error": {...}}`, `{"error": "..."}` or plain text. */
export function retellRefusal(body: unknown, random: Random): { json: unknown } | { text: string } {
  const { message, hint } = wordsOf(body);
  const shape = random.pick(['rich', 'flat', 'text'] as const);
  if (message === undefined || shape === 'rich') return { json: body };
  if (shape === 'text') return { text: message };
  return { json: { error: message, ...(hint && { hint }) } };
}

/** Draws once for each field that has another form, in the order of the fields, so that a seed tells the same tale. */
function retold(fields: Fields, random: Random): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]): [string, unknown][] => {
      if (field in SILENT_DEFAULTS && SILENT_DEFAULTS[field] === value) {
        return random.chance(0.5) ? [] : [[field, value]];
      }
      if (field === 'customMetadata') return [[random.pick([field, 'custom_metadata']), value]];
      if (field === 'folderIds' && Array.isArray(value) && value.length === 0) {
        return [[field, random.chance(0.5) ? null : value]];
      }
      return [[field, value]];
    }),
  );
}

function wordsOf(body: unknown): { message?: string; hint?: string } {
  if (!isFields(body)) return {};
  const { message, hint, detail } = isFields(body.error) ? body.error : body;
  const words = typeof message === 'string' ? message : detail;
  return {
    ...(typeof words === 'string' && { message: words }),
    ...(typeof hint === 'string' && { hint }),
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
