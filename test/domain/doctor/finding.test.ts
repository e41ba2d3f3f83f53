import { finding } from '../../../src/domain/doctor/finding';

it('stands for one thing of which nothing is inferred, unless it says otherwise', () => {
  const found = finding({
    code: 'never-read',
    severity: 'problem',
    subject: 'github:acme/api',
    message: 'It was never read.',
    action: 'Refresh.',
    place: 'reading',
  });

  expect(found).toEqual({
    code: 'never-read',
    severity: 'problem',
    subject: 'github:acme/api',
    message: 'It was never read.',
    action: 'Refresh.',
    confidence: null,
    links: [],
    place: { part: 'reading', repository: null },
    count: 1,
  });
});
