import { makeResolver } from '@forge/resolver';
import type { Api } from '../api/contract';
import { createIssueHandlers } from '../api/issue-handlers';
import { createReleaseActHandlers } from '../api/release-act-handlers';
import { createReleaseHandlers } from '../api/release-handlers';
import { createSnapshotHandlers } from '../api/snapshot-handlers';
import { createSettingsHandlers } from '../api/settings-handlers';
import { wire } from './wire';

const ports = wire();

/** Functions of the issue panel. */
export const panel = makeResolver<Pick<Api, keyof ReturnType<typeof createIssueHandlers>>>(
  createIssueHandlers(ports),
);

const releaseHandlers = {
  ...createReleaseHandlers(ports),
  ...createSnapshotHandlers(ports),
  ...createReleaseActHandlers(ports),
  ...createIssueHandlers(ports),
};

/** Functions of the release page; an issue that is opened there is the panel's. */
export const release = makeResolver<Pick<Api, keyof typeof releaseHandlers>>(releaseHandlers);

/** Functions of the settings page; each checks that the viewer administers Jira. */
export const settings = makeResolver<Pick<Api, keyof ReturnType<typeof createSettingsHandlers>>>(
  createSettingsHandlers(ports),
);
