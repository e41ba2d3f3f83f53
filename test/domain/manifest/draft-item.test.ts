import { draft } from '../../../src/domain/manifest/draft-item';

it('is of the release as a whole where nothing else is said', () => {
  expect(draft({ id: '1', audience: 'qa', kind: 'note', text: 'Look' })).toEqual({
    id: '1',
    audience: 'qa',
    kind: 'note',
    text: 'Look',
    issueKey: null,
    repository: null,
    owner: null,
    shas: [],
    links: [],
  });
});
