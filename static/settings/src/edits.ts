import type { ProjectSettings } from '../../../src/api/contract';
import { changedParts } from './changed-parts';
import { toSettings, type SettingsDraft } from './settings-draft';

/** What is edited of a project, and what it was when editing began. */
export type Edit = {
  base: ProjectSettings;
  /** Of `base`, as it is stored; `null` when nothing is. */
  revision: string | null;
  draft: SettingsDraft;
};

/** By project key: kept until saved or discarded. */
export type Edits = Readonly<Record<string, Edit>>;

export const unsavedParts = (edit: Edit | undefined): string[] =>
  edit ? changedParts(edit.base, toSettings(edit.draft)) : [];

export const withoutEdit = (edits: Edits, projectKey: string): Edits =>
  Object.fromEntries(Object.entries(edits).filter(([key]) => key !== projectKey));
