/** What the panel of a demo issue must say. */
export type Story = {
  issue: string;
  sentence: string;
  /** What the stops say, all of them in order; `[]` when there is no lane. */
  stops: string[];
  /** Headings of sections with their gist. */
  sections?: string[];
};

export const STORIES: Story[] = [
  {
    issue: 'PAY-101',
    sentence: 'All 3 changes are on prod and deployed, in 2 repositories.',
    stops: [
      'Payments API on dev: 2 of 2 changes, deployed · development Thu',
      'Payments API on test: 2 of 2 changes, deployed · qa Tue, uat 23 Apr',
      'Payments API on prod: 2 of 2 changes, deployed · production Fri',
      'Merchant portal on dev: 1 of 1 change, deployed · development Thu',
      'Merchant portal on test: 1 of 1 change, deployed · qa Tue, uat Wed',
      'Merchant portal on prod: 1 of 1 change, deployed · production 27 Apr',
    ],
    sections: ['Pull requests 2 2 merged', 'Deployments 8 8 succeeded'],
  },
  {
    issue: 'PAY-102',
    sentence: 'All 10 changes are on dev; test lacks 2 of 10.',
    stops: [
      'Payments API on dev: 6 of 6 changes, deployed · development Thu',
      'Payments API on test: 4 of 6 changes, deployed 4 of 6 · qa Tue, uat 23 Apr',
      'Payments API on prod: 0 of 6 changes',
      'Merchant portal on dev: 4 of 4 changes, deployed · development Thu',
      'Merchant portal on test: 4 of 4 changes, deployed 3 of 4 · qa Tue, uat Wed',
      'Merchant portal on prod: 0 of 4 changes',
    ],
    sections: [
      'Changes 16',
      'Payments API 10 commits · 6 not on prod',
      'Merchant portal 6 commits · 4 not on prod',
      'Pull requests 7 7 merged',
      'Checks 57 57 passed',
      'Related issues 2 PAY-131, PAY-114',
    ],
  },
  {
    issue: 'PAY-106',
    sentence: 'The change is on test; prod has not got it yet.',
    stops: [
      'Payments API on dev: 1 of 1 change, deployed · development Thu',
      'Payments API on test: 1 of 1 change, deployed · qa Tue, uat 23 Apr',
      'Payments API on prod: 0 of 1 change',
    ],
    sections: ['Changes 1', 'Related issues 1 PAY-107'],
  },
  {
    issue: 'PAY-111',
    sentence: 'All 3 changes are on dev; test lacks 1 of 3.',
    stops: [
      'Ledger database on dev: 1 of 1 change, deployed · development 24 Apr',
      'Ledger database on test: 0 of 1 change',
      'Ledger database on prod: 0 of 1 change',
      'Payments API on dev: 2 of 2 changes, deployed · development Thu',
      'Payments API on test: 2 of 2 changes, deployed · qa Tue, uat 23 Apr',
      'Payments API on prod: 2 of 2 changes, deployed · production Fri',
    ],
  },
  {
    issue: 'PAY-114',
    sentence: 'No repository holds a change for PAY-114, and none is expected (label no-code).',
    stops: [],
    sections: ['Changes 0', 'Related issues 1 PAY-102'],
  },
  {
    issue: 'PAY-115',
    sentence: 'Both changes are on no line yet; 1 pull request is open.',
    stops: [
      'Payments API on dev: 0 of 2 changes',
      'Payments API on test: 0 of 2 changes',
      'Payments API on prod: 0 of 2 changes',
    ],
    sections: ['Pull requests 1 1 open (changes requested)', 'Checks 6 4 running, 2 passed'],
  },
  {
    issue: 'PAY-121',
    sentence: '1 of 7 changes is on prod; no line has them all.',
    stops: [
      'Back office on dev: 0 of 1 change',
      'Back office on test: 0 of 1 change',
      'Back office on prod: 0 of 1 change',
      'Ledger database on dev: 1 of 1 change, deployed · development 24 Apr',
      'Ledger database on test: 0 of 1 change',
      'Ledger database on prod: 0 of 1 change',
      'Payments API on dev: 1 of 1 change, deployed · development Thu',
      'Payments API on test: 1 of 1 change, deployed · qa Tue, uat 23 Apr',
      'Payments API on prod: 1 of 1 change, deployed · production Fri',
      'Merchant portal on dev: 2 of 2 changes, deployed · development Thu',
      'Merchant portal on test: 2 of 2 changes, deployed · qa Tue, uat Wed',
      'Merchant portal on prod: 0 of 2 changes',
      'Notifications on dev: 1 of 1 change, deployed · development 08:49',
      'Notifications on test: 0 of 1 change',
      'Notifications on prod: 0 of 1 change',
      'Web shop on dev: 1 of 1 change, deployed · development Thu',
      'Web shop on test: 1 of 1 change, deployed · qa Tue, uat Wed',
      'Web shop on prod: 0 of 1 change',
    ],
    sections: ['Pull requests 6 1 open (waiting for review) · 5 merged'],
  },
  {
    issue: 'PAY-128',
    sentence: 'No repository holds a change for PAY-128.',
    stops: [],
    sections: ['Changes 0', 'Mentions 3 not counted as changes', 'Related issues 1 PAY-105'],
  },
  {
    issue: 'PAY-129',
    sentence: 'Both changes are on test; prod has none of them yet.',
    stops: [
      'Payments API on dev: 1 of 1 change, deployed · development Thu',
      'Payments API on test: 1 of 1 change, deployed · qa Tue, uat 23 Apr',
      'Payments API on prod: 0 of 1 change',
      'Merchant portal on dev: 1 of 1 change, deployed · development Thu',
      'Merchant portal on test: 1 of 1 change, deployed · qa Tue, uat Wed',
      'Merchant portal on prod: 0 of 1 change',
    ],
  },
];

/** Lanes of issues whose sentence needs proofs that are not there yet. */
export const STOPS: Pick<Story, 'issue' | 'stops'>[] = [
  {
    issue: 'PAY-104',
    stops: [
      'Payments API on dev: 1 of 2 changes, deployed 1 of 2 · development Thu',
      'Payments API on test: 1 of 2 changes, deployed 1 of 2 · qa Tue, not deployed · uat',
      'Payments API on prod: 0 of 2 changes',
    ],
  },
  {
    issue: 'PAY-125',
    stops: [
      'Back office on dev: 1 of 1 change, deployed · development 17 Apr',
      'Back office on test: 1 of 1 change, deployed · qa 21 Apr, uat 3 Apr',
      'Back office on prod: 1 of 1 change, not deployed · production, last deployment failed · production 16 Apr',
      'Payments API on dev: 1 of 1 change, deployed · development Thu',
      'Payments API on test: 1 of 1 change, deployed · qa Tue, uat 23 Apr',
      'Payments API on prod: 1 of 1 change, deployed · production Fri',
    ],
  },
  {
    issue: 'PAY-126',
    stops: [
      'Billing batch on dev: 3 of 3 changes, deployed · development 27 Apr',
      'Billing batch on test: 3 of 3 changes, deployed · qa Tue, uat 24 Apr',
      'Billing batch on prod: 3 of 3 changes, not deployed · production',
    ],
  },
];
