import type { ProjectSettings } from '../domain/settings/project-settings';

/** What administrators decided, per Jira project. */
export type SettingsStore = {
  findSettings(projectKey: string): Promise<ProjectSettings | undefined>;
  /** Saves all of them, or none when one is larger than a record may be. */
  saveSettings(settings: readonly ProjectSettings[]): Promise<SettingsSaving>;
  /** Keys of the projects that have settings, sorted. */
  listConfiguredProjects(): Promise<string[]>;
};

export type SettingsSaving =
  { status: 'saved' } | { status: 'too-large'; projectKey: string; bytes: number; limit: number };
