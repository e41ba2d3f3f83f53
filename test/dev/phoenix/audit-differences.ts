type Known = {
  /** Commits that the audit does not list as changes. */
  without?: string[];
  /** Issues, with the file's verdict, that did not surely arrive. */
  arrived?: string[];
  /** Issues of which the file knows no commit on the source, and the change is there all the same. */
  inSource?: string[];
  unlisted?: string[];
  /** Everything arrived, and nothing has to be looked at. */
  openGates?: string[];
};

const EMPTY = 'PHOENIX-7516 e0c10460d5f0e911497250879b5e967b2ee589c3';
const MENTION = 'PHOENIX-7353 6161861757fa8bee6773ae66a2eb071b1d27cc8f';
const OTHER_PATCH = 'ticket-present-other-patch: not arrived';

/** Where an audit differs from the truth file, by moment; docs/real-data.md has the reason of each. */
export const AUDIT_DIFFERENCES: Readonly<Record<string, Known>> = {
  'thirdparty-2.1.0': { openGates: [] },
  'thirdparty-2.2.0': { openGates: [] },
  '5.3.2': { openGates: [] },
  '5.1.3@half': { arrived: [`PHOENIX-6537 ${OTHER_PATCH}`] },
  '5.1.3': {
    inSource: ['PHOENIX-6800'],
    arrived: [
      `PHOENIX-6537 ${OTHER_PATCH}`,
      `PHOENIX-6692 ${OTHER_PATCH}`,
      'PHOENIX-6751 contained-adapted: not arrived',
    ],
  },
  '5.2.1@half': { without: [MENTION] },
  '5.2.1': { without: [MENTION], arrived: ['PHOENIX-7041 nothing-applied-on-source: not arrived'] },
  '5.2.2@half': {
    without: [EMPTY],
    arrived: [`PHOENIX-7442 ${OTHER_PATCH}`, `PHOENIX-7625 ${OTHER_PATCH}`],
  },
  '5.2.2': {
    without: [EMPTY],
    arrived: [`PHOENIX-7442 ${OTHER_PATCH}`, `PHOENIX-7625 ${OTHER_PATCH}`],
  },
  '5.3.1': { arrived: [`PHOENIX-7751 ${OTHER_PATCH}`] },
  '5.3.1-in-5.2': { arrived: [`PHOENIX-7751 ${OTHER_PATCH}`] },
  '5.2.2-in-5.3': {
    arrived: [
      `PHOENIX-7533 ${OTHER_PATCH}`,
      `PHOENIX-7625 ${OTHER_PATCH}`,
      `PHOENIX-7751 ${OTHER_PATCH}`,
    ],
  },
};
