import type { kvs } from '@forge/kvs';

import type { ProjectSettings } from '../../domain/settings/project-settings';
import { withoutDefaults } from '../../domain/settings/without-defaults';
import type { SettingsSaving, SettingsStore } from '../../ports/settings-store';
import { SETTINGS_INDEX_KEY, settingsKey } from './keys';
import { storageCall, unreadableRecord } from './storage-call';
import { StoredSettings, StoredSettingsIndex } from './stored-settings';

/** Forge's limit for one value. */
const MAX_BYTES = 240 * 1024;

/**
 * Project settings in Forge's key-value storage: one record per project and an index of the projects.
 * The index is written first: a save that is killed in between leaves a name without settings, which readers
 * skip, and never settings that nobody finds.
 *
 * Limits: 240 KiB a value, https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 * Errors: `rate-limited`, `unavailable`; `unexpected-answer` for a record that is not ours.
 */
export function createSettingsStore(store: Pick<typeof kvs, 'get' | 'set'>): SettingsStore {
  return {
    findSettings: (projectKey) => findSettings(store, projectKey),
    saveSettings: (settings) => saveSettings(store, settings),
    listConfiguredProjects: () => listProjects(store),
  };
}

async function findSettings(
  store: Pick<typeof kvs, 'get'>,
  projectKey: string,
): Promise<ProjectSettings | undefined> {
  const what = `settings of ${projectKey}`;
  const stored = await storageCall(what, () => store.get<unknown>(settingsKey(projectKey)));
  if (stored === undefined) return undefined;
  const record = StoredSettings.safeParse(stored);
  if (!record.success) throw unreadableRecord(what, record.error);
  return record.data.settings;
}

async function saveSettings(
  store: Pick<typeof kvs, 'get' | 'set'>,
  all: readonly ProjectSettings[],
): Promise<SettingsSaving> {
  const records = all.map((settings) => ({
    v: 1,
    settings: { projectKey: settings.projectKey, ...withoutDefaults(settings) },
  }));
  for (const record of records) {
    const bytes = Buffer.byteLength(JSON.stringify(record));
    if (bytes > MAX_BYTES) {
      return {
        status: 'too-large',
        projectKey: record.settings.projectKey,
        bytes,
        limit: MAX_BYTES,
      };
    }
  }
  await addToIndex(
    store,
    all.map(({ projectKey }) => projectKey),
  );
  for (const record of records) {
    const { projectKey } = record.settings;
    await storageCall(`settings of ${projectKey}`, () =>
      store.set(settingsKey(projectKey), record),
    );
  }
  return { status: 'saved' };
}

async function addToIndex(
  store: Pick<typeof kvs, 'get' | 'set'>,
  keys: readonly string[],
): Promise<void> {
  const known = await listProjects(store);
  const projects = [...new Set([...known, ...keys])].sort();
  if (projects.length === known.length) return;
  await storageCall('the list of projects', () =>
    store.set(SETTINGS_INDEX_KEY, { v: 1, projects }),
  );
}

async function listProjects(store: Pick<typeof kvs, 'get'>): Promise<string[]> {
  const what = 'list of configured projects';
  const stored = await storageCall(what, () => store.get<unknown>(SETTINGS_INDEX_KEY));
  if (stored === undefined) return [];
  const index = StoredSettingsIndex.safeParse(stored);
  if (!index.success) throw unreadableRecord(what, index.error);
  return index.data.projects;
}
