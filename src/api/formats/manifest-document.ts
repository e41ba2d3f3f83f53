import type { Manifest } from '../../domain/manifest/manifest';
import type { Audience } from '../../domain/release/check-item';
import { heading, paragraph, type Block } from './document';
import {
  changeSection,
  checklistSection,
  decisionSection,
  followUpSection,
  gapSection,
  gateSection,
  issueSection,
  orderSection,
  reasonSection,
  rollbackSection,
  signOffSection,
  unlistedSection,
  type Section,
} from './manifest-sections';
import { notesByType } from './release-notes-document';

/** Plain words: no gate, no commit, no repository. */
const clientDecision: Section = ({ decision, release }) => [
  heading(1, release.name),
  paragraph(
    decision === 'SHIP'
      ? `${release.name} is ready to go.`
      : `${release.name} is not ready to go yet.`,
  ),
];

/** Whoever holds the paper can tell which state it is of. */
const stampSection: Section = ({ evidence }) => [
  paragraph(
    `State ${evidence.hash.slice(0, 12)}, as of ${evidence.asOf ?? 'no time: not all was read'}.`,
  ),
];

const clientNotes: Section = (manifest) => notesByType(manifest, 'client');

const MANAGED: readonly Section[] = [
  decisionSection,
  followUpSection,
  gateSection,
  gapSection,
  issueSection,
  reasonSection,
  orderSection,
  unlistedSection,
  checklistSection('releaseManager'),
  rollbackSection,
  signOffSection,
];

const SECTIONS: Readonly<Record<Audience | 'everybody', readonly Section[]>> = {
  qa: [decisionSection, checklistSection('qa'), issueSection, reasonSection, gapSection],
  client: [clientDecision, checklistSection('client'), clientNotes, stampSection],
  releaseManager: MANAGED,
  everybody: [...MANAGED, changeSection, checklistSection('qa'), checklistSection('client')],
};

/** The manifest for those who read it. */
export const manifestDocument = (
  manifest: Manifest,
  audience: Audience | 'everybody' = 'everybody',
): Block[] => SECTIONS[audience].flatMap((section) => section(manifest));
