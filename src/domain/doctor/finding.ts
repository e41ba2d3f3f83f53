import type { EvidenceLink } from '../reasons/reason';
import type { RepositoryId } from '../repository';
import type { DoctorFacts } from './doctor-facts';

/** `problem`: evidence is missing or wrong; `warning`: it may be soon, or answers are less sure; `hint`: it could be better. */
export type Severity = 'problem' | 'warning' | 'hint';
export type Confidence = 'certain' | 'likely' | 'guess';

export const FINDING_CODES = [
  'not-set-up',
  'no-repository',
  'contradicting-settings',
  'no-connection',
  'secret-lost',
  'login-refused',
  'egress-blocked',
  'repository-not-found',
  'reading-forbidden',
  'host-unreachable',
  'rate-limited',
  'checks-withheld',
  'renamed-repository',
  'never-read',
  'stuck-reading',
  'stale-evidence',
  'missing-branch',
  'route-order',
  'environment-off-line',
  'shared-branch',
  'idle-line',
  'unmapped-environment',
  'archived-repository',
  'unused-repository',
  'catalogue-gap',
  'settings-size',
  'many-repositories',
  'cut-issue',
  'not-examined',
  'route-agrees',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Where on the settings page it is repaired. */
export type RepairPlace = {
  part: 'connections' | 'route' | 'repositories' | 'rules' | 'reading';
  /** The one repository that it is about; `null` for several or none. */
  repository: RepositoryId | null;
};

/** Something that an administrator should know of a project's settings or evidence. */
export type Finding = {
  code: FindingCode;
  severity: Severity;
  /** A repository, line, environment, connection, issue or project, as people write it. */
  subject: string;
  /** What is wrong, in plain words. */
  message: string;
  /** What to do. */
  action: string;
  /** How sure we are of what is inferred; `null` where nothing is. */
  confidence: Confidence | null;
  links: EvidenceLink[];
  place: RepairPlace;
  /** How many findings of its kind it stands for: more than 1 where the rest is not listed. */
  count: number;
};

/** Looks for one kind of finding: total and pure. */
export type Examination = (facts: DoctorFacts) => Finding[];

/** A finding with what is usual left out. */
export function finding(
  part: Pick<Finding, 'code' | 'severity' | 'subject' | 'message' | 'action'> & {
    confidence?: Confidence;
    links?: EvidenceLink[];
    place: RepairPlace['part'];
    repository?: RepositoryId;
  },
): Finding {
  const { confidence = null, links = [], place, repository = null, ...rest } = part;
  return { ...rest, confidence, links, place: { part: place, repository }, count: 1 };
}
