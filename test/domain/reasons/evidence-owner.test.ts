import { ownerOfEvidence } from '../../../src/domain/reasons/evidence-owner';
import { repositoryCase } from '../../support/promotion-case';
import { repositorySettings } from '../../support/settings';

const place = (path: string, owner: string | null) =>
  repositoryCase({
    repository: `github:${path}`,
    url: `https://github.com/${path}`,
    settings: repositorySettings(`github:${path}`, { owner }),
  });
const repositories = [
  place('acme/api', 'Team Blue'),
  place('acme/api-tests', 'Team Red'),
  place('acme/ui', 'Team Blue'),
  place('acme/docs', null),
  repositoryCase({
    url: null,
    settings: repositorySettings('github:acme/api', { owner: 'Nobody' }),
  }),
];

describe('ownerOfEvidence', () => {
  it.each([
    { urls: ['https://github.com/acme/api/commit/a1'], owner: 'Team Blue' },
    { urls: ['https://github.com/acme/api-tests/commit/a1'], owner: 'Team Red' },
    {
      urls: ['https://github.com/acme/api/commit/a1', 'https://github.com/acme/ui/pull/2'],
      owner: 'Team Blue',
    },
    {
      urls: ['https://github.com/acme/api-tests/commit/b1', 'https://github.com/acme/ui/pull/2'],
      owner: 'Team Red and Team Blue',
    },
    { urls: ['https://github.com/acme/docs/commit/a1'], owner: null },
    { urls: ['https://ci.acme.com/job/1', null], owner: null },
    { urls: [], owner: null },
  ])('of evidence at $urls is $owner', ({ urls, owner }) => {
    const evidence = urls.map((url) => ({ text: 'it', url }));

    expect(ownerOfEvidence({ repositories }, evidence)).toBe(owner);
  });
});
