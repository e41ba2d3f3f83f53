import { withoutDefaults } from '../settings/without-defaults';
import type { DoctorFacts } from './doctor-facts';
import { finding, type Examination, type Finding } from './finding';
import { counted } from './words';

/** Forge's limit for one value: 240 KiB. */
const SETTINGS_KIB = 240;
const NEARLY_FULL = 0.8;
/** Readings that are queued a minute, below Forge's 500 events. */
const READINGS_A_MINUTE = 400;
/** The sweep should be through well before the next one. */
const SWEEP_MINUTES = 30;

/** How near the project is to what Forge allows. */
export const quota: Examination = (facts) => [
  ...settingsSize(facts),
  ...manyRepositories(facts),
  ...facts.cutIssues.map(({ issueKey, repository, omitted }) =>
    finding({
      code: 'cut-issue',
      severity: 'warning',
      subject: issueKey,
      message: `${issueKey} has more evidence than a record of Forge holds (240 KiB): the oldest ${omitted.toLocaleString('en-US')} entries of ${repository} are left out, and the issue is never complete.`,
      action:
        'Use several issues in place of one that collects everything, or take its key out of messages that name it in passing.',
      place: 'repositories',
      repository,
    }),
  ),
  ...notExamined(facts),
];

function settingsSize({ settings }: DoctorFacts): Finding[] {
  const { projectKey } = settings;
  const stored = { v: 1, settings: { projectKey, ...withoutDefaults(settings) } };
  const kib = Buffer.byteLength(JSON.stringify(stored)) / 1024;
  if (kib < SETTINGS_KIB * NEARLY_FULL) return [];
  return [
    finding({
      code: 'settings-size',
      severity: 'warning',
      subject: projectKey,
      message: `The settings take ${Math.ceil(kib)} KiB of the ${SETTINGS_KIB} KiB that Forge keeps for a project. Once they are full, they cannot be saved.`,
      action: 'Shorten notes and manual steps, or move repositories to another project.',
      place: 'repositories',
    }),
  ];
}

function manyRepositories({ settings, repositoriesOfSite }: DoctorFacts): Finding[] {
  const minutes = Math.ceil(repositoriesOfSite / READINGS_A_MINUTE);
  if (minutes < 2) return [];
  return [
    finding({
      code: 'many-repositories',
      severity: minutes > SWEEP_MINUTES ? 'warning' : 'hint',
      subject: settings.projectKey,
      message: `All projects together have ${counted(repositoriesOfSite, 'repository', 'repositories')}. Forge takes 500 events a minute, so the hourly reading needs at least ${minutes} minutes of every hour.`,
      action: 'Remove repositories that no project needs; those without changes are named here.',
      place: 'repositories',
    }),
  ];
}

function notExamined({ settings, repositories }: DoctorFacts): Finding[] {
  const left = repositories.filter(({ header }) => header === 'not-looked-up');
  if (left.length === 0) return [];
  return [
    finding({
      code: 'not-examined',
      severity: 'hint',
      subject: settings.projectKey,
      message: `The evidence of ${counted(left.length, 'repository', 'repositories')} at the end of the list was not examined: there are too many to look at in one call. What is said of them is only how fresh they are.`,
      action: 'Move repositories to another project.',
      place: 'repositories',
    }),
  ];
}
