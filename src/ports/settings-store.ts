import type { ProjectSettings } from '../domain/settings/project-settings';

/** What administrators decided, per Jira project. */
export type SettingsStore = {
  findSettings(projectKey: string): Promise<ProjectSettings | undefined>;
  saveSettings(settings: ProjectSettings): Promise<void>;
  /** Keys of the projects that have settings, sorted. */
  listConfiguredProjects(): Promise<string[]>;
};
