/** What the CLI's file says. Pure; errors never repeat any of its text, since a part of it could be a key. */
import { platforms } from '#shared/domain/platform.ts';
import { z } from '#shared/zod.ts';

/** With the key: it stays in main. */
export type CliEntry = { id: string; slug: string; name: string; apiKey: string; isDefault: boolean };

export type CliConfig = {
  /** Those with a key, the CLI's default first, else as in the file. */
  entries: CliEntry[];
  withoutKey: number;
  baseUrl: string;
};

export type CliConfigProblem = 'not-json' | 'other-json' | 'no-keys';

const text = z.string().trim().min(1);
const optionalText = text.optional().catch(undefined);

/** Whatever else the file holds is the CLI's business. */
const configSchema = z.looseObject({
  workspaces: z.record(z.string(), z.unknown()),
  RF_WORKSPACE: optionalText,
  API_URL: optionalText,
  ROBOFLOW_REGION: optionalText,
});
const entrySchema = z.looseObject({ url: text, name: optionalText, apiKey: text });

/** The hosts of the CLI's regions; `us` is the platform's usual one. */
const regions: Readonly<Record<string, string>> = { eu: 'https://api.roboflow.eu' };

export function readCliConfig(content: string): CliConfig | { problem: CliConfigProblem } {
  const parsed = parseJson(content);
  if (parsed === undefined) return { problem: 'not-json' };
  const config = configSchema.safeParse(parsed);
  if (!config.success) return { problem: 'other-json' };
  const { workspaces, RF_WORKSPACE: named, API_URL: address, ROBOFLOW_REGION: region } = config.data;

  const all = Object.entries(workspaces);
  const entries = all.flatMap(([id, value]): CliEntry[] => {
    const entry = entrySchema.safeParse(value);
    if (!entry.success) return [];
    const { url, name, apiKey } = entry.data;
    const slug = slugOf(url);
    return slug === null
      ? []
      : [{ id, slug, name: name ?? slug, apiKey, isDefault: named === slug || named === url }];
  });
  if (entries.length === 0) return { problem: 'no-keys' };
  return {
    entries: [...entries.filter((each) => each.isDefault), ...entries.filter((each) => !each.isDefault)],
    withoutKey: all.length - entries.length,
    baseUrl: address ?? regions[region?.toLowerCase() ?? ''] ?? platforms.roboflow.defaultBaseUrl ?? '',
  };
}

/**
 * The same file without the keys of these entries, and with everything else as it was, down to its indentation. An entry
 * stays without its key: the CLI looks for the fields beside it and would break on an entry that has none.
 */
export function withoutKeys(content: string, ids: readonly string[]): string {
  const parsed = parseJson(content) as { workspaces: Record<string, Record<string, unknown>> };
  for (const id of ids) delete parsed.workspaces[id]?.apiKey;
  const indent = /^[{[]\r?\n([ \t]+)/.exec(content.trimStart())?.[1];
  const end = /\n\s*$/.test(content) ? '\n' : '';
  return `${JSON.stringify(parsed, null, indent)}${end}`;
}

/** A workspace's `url` is its slug; older files and people write the whole address of its page. */
function slugOf(url: string): string | null {
  if (!/^https?:\/\//i.test(url)) return /[/\s]/.test(url) ? null : url;
  return URL.parse(url)?.pathname.split('/').find(Boolean) ?? null;
}

/** Undefined where it is no JSON. A mark of the byte order, as some editors write it, is none of the text. */
function parseJson(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}
