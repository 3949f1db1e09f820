/** Moves sign-ins from the Roboflow CLI's file into the keychain. The file is read anew for each step; no key is held. */

import { platforms } from '#shared/domain/platform.ts';
import type { CliFile, CliFilePlace } from '#shared/ipc/cli-import.ts';
import { AppError } from '../system/app-error.ts';
import { type CliConfig, type CliEntry, readCliConfig, withoutKeys } from './config.ts';
import { contentProblem, refused } from './file-problems.ts';
import type { CliImportNeeds } from './needs.ts';
import { shortPath } from './place.ts';
import { type CliFileContent, readCliFile, warningsAbout } from './read-file.ts';
import { refuseLoss, removableOf } from './removal.ts';
import { rewriteCliFile } from './rewrite-file.ts';

type Wanted = { place: CliFilePlace; id: string; slug: string; baseUrl: string };
type Opened = { file: CliFileContent; config: CliConfig; shown: string };

export type CliImportService = {
  look(place: CliFilePlace): Promise<CliFile | null>;
  choose(): Promise<boolean>;
  connect(wanted: Wanted): Promise<{ outcome: 'connected' | 'already'; keptIn: 'keychain' | 'session' }>;
  stop(): void;
  removable(place: CliFilePlace): Promise<{ ids: string[]; reason: string | null }>;
  /** Answers how many. Throws `AppError` `file`; then the file is as it was. */
  removeKeys(place: CliFilePlace, ids: readonly string[]): Promise<number>;
};

export function createCliImport(needs: CliImportNeeds): CliImportService {
  const { secrets, connections, askWhichFile, afterSignIn, standardFile, home } = needs;
  let chosenFile: string | null = null;
  let underWay: AbortController | null = null;

  const pathOf = (place: CliFilePlace) => (place === 'standard' ? standardFile : chosenFile);

  return {
    async look(place) {
      const path = pathOf(place);
      if (path === null) return null;
      const shown = shortPath(path, home);
      const nothing = { path: shown, warnings: [], baseUrl: usualBaseUrl, workspaces: [], withoutKey: 0 };
      try {
        const file = await readCliFile(path, shown);
        // A file that was chosen and is gone is worth a word; one that never was is not.
        if (!file) return place === 'standard' ? null : { ...nothing, problem: gone(shown).info };
        const warnings = warningsAbout(file, {
          realShown: shortPath(file.realPath, home),
          me: process.getuid?.(),
        });
        const config = readCliConfig(file.content);
        if ('problem' in config)
          return { ...nothing, warnings, problem: contentProblem(config.problem, shown) };
        return {
          path: shown,
          warnings,
          problem: null,
          baseUrl: config.baseUrl,
          workspaces: config.entries.map(withoutItsKey),
          withoutKey: config.withoutKey,
        };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return { ...nothing, problem: error.info };
      }
    },

    async choose() {
      const chosen = await askWhichFile('Choose a configuration of the Roboflow CLI', standardFile);
      if (chosen === null) return false;
      chosenFile = chosen;
      return true;
    },

    async connect({ place, id, slug, baseUrl }) {
      const entry = (await open(place)).config.entries.find((each) => each.id === id);
      // What stands there now is not what the person chose.
      if (entry?.slug !== slug)
        throw refused('The file was changed meanwhile.', 'Look at it again, then decide.');
      const controller = new AbortController();
      underWay = controller;
      try {
        const { connectionId, workspaceIds } = await connections.connect({
          platform: 'roboflow',
          baseUrl,
          credential: entry.apiKey,
          slug,
          signal: controller.signal,
        });
        afterSignIn(workspaceIds);
        return { outcome: 'connected', keptIn: secrets.holds(connectionId) ? 'session' : 'keychain' };
      } catch (error) {
        if (error instanceof AppError && error.info.code === 'conflict')
          return { outcome: 'already', keptIn: 'keychain' };
        throw error;
      } finally {
        if (underWay === controller) underWay = null;
      }
    },

    stop: () => underWay?.abort(),

    async removable(place) {
      return removableOf(needs, (await open(place)).config.entries);
    },

    async removeKeys(place, ids) {
      const { file, config, shown } = await open(place);
      const entries = config.entries.filter(({ id }) => ids.includes(id));
      if (entries.length < ids.length)
        throw refused(
          `${shown} was changed meanwhile. Nothing was changed.`,
          'Look at it again, then decide.',
        );
      await refuseLoss(needs, entries);
      await rewriteCliFile(file, withoutKeys(file.content, ids), shown);
      return entries.length;
    },
  };

  async function open(place: CliFilePlace): Promise<Opened> {
    const path = pathOf(place);
    const shown = path === null ? 'The file' : shortPath(path, home);
    const file = path === null ? null : await readCliFile(path, shown);
    if (!file) throw gone(shown);
    const config = readCliConfig(file.content);
    if ('problem' in config) throw new AppError(contentProblem(config.problem, shown));
    return { file, config, shown };
  }
}

const usualBaseUrl = platforms.roboflow.defaultBaseUrl ?? '';

function gone(shown: string): AppError {
  return refused(`${shown} is not there any more.`, 'Choose another file.');
}

function withoutItsKey({ id, slug, name, isDefault }: CliEntry) {
  return { id, slug, name, isDefault };
}
