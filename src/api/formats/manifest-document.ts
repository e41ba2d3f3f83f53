import type { Manifest } from '../../domain/manifest/manifest';
import type { Audience } from '../../domain/release/check-item';
import { paragraph, type Block } from './document';
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
  paragraph(
    decision === 'SHIP'
      ? `${release.name} is ready to go.`
      : `${release.name} is not ready to go yet.`,
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
  client: [clientDecision, checklistSection('client'), clientNotes],
  releaseManager: MANAGED,
  everybody: [...MANAGED, changeSection, checklistSection('qa'), checklistSection('client')],
};

/** The manifest for those who read it. */
export const manifestDocument = (
  manifest: Manifest,
  audience: Audience | 'everybody' = 'everybody',
): Block[] => SECTIONS[audience].flatMap((section) => section(manifest));
