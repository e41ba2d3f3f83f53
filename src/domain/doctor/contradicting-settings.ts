import { findContradictions, type Contradiction } from '../settings/contradictions';
import { finding, type Examination, type RepairPlace } from './finding';

const PARTS: Readonly<Record<string, RepairPlace['part']>> = {
  route: 'route',
  repositories: 'repositories',
  freeze: 'rules',
  gates: 'rules',
};

/** Parts of the settings that do not agree with each other, and settings that say nothing yet. */
export const contradictingSettings: Examination = ({ settings }) => {
  const { projectKey, repositories } = settings;
  const contradictions = findContradictions(settings).map((one) =>
    finding({
      code: 'contradicting-settings',
      severity: 'problem',
      subject: placeName(one),
      message: `This part of the settings ${one.message}.`,
      action: 'Correct it in the settings of the project, and save.',
      place: PARTS[String(one.path[0])] ?? 'route',
    }),
  );
  if (repositories.length > 0) return contradictions;
  const none = finding({
    code: 'no-repository',
    severity: 'problem',
    subject: projectKey,
    message: `${projectKey} lists no repository, so nothing is read for its issues.`,
    action: 'Add the repositories that hold its code.',
    place: 'repositories',
  });
  return [...contradictions, none];
};

/** `repositories[2].lines.qa` */
const placeName = ({ path }: Contradiction): string =>
  path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`,
    )
    .join('');
