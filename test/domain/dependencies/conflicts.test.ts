import { conflictsIn } from '../../../src/domain/dependencies/conflicts';
import { edges } from '../../support/edges';

const told = (...sentences: string[]): string[] =>
  conflictsIn(edges(...sentences)).map(
    ({ one, other, sources }) =>
      `${one} and ${other}: ${sources.map(({ text }) => text).join(', ')}`,
  );

describe('conflictsIn', () => {
  it('finds two issues that need each other', () => {
    expect(told('PAY-10 > PAY-2 by trailer', 'PAY-1 > PAY-2', 'PAY-2 > PAY-10')).toEqual([
      'PAY-2 and PAY-10: PAY-2 > PAY-10, PAY-10 > PAY-2 by trailer',
    ]);
  });

  it.each([
    { when: 'there is one direction', sentences: ['PAY-1 > PAY-2', 'PAY-2 > PAY-3'] },
    {
      when: 'the circle is longer',
      sentences: ['PAY-1 > PAY-2', 'PAY-2 > PAY-3', 'PAY-3 > PAY-1'],
    },
    {
      when: 'a pull request is shared',
      sentences: ['PAY-1 > PAY-2 by shared-pull-request', 'PAY-2 > PAY-1 by shared-pull-request'],
    },
    {
      when: 'a pull request is shared and one side needs the other',
      sentences: ['PAY-1 > PAY-2', 'PAY-2 > PAY-1 by shared-pull-request'],
    },
  ])('finds none when $when', ({ sentences }) => {
    expect(told(...sentences)).toEqual([]);
  });

  it('does not name a shared pull request as a source of it', () => {
    const [one, shared, other] = edges(
      'PAY-1 > PAY-2',
      'PAY-1 > PAY-2 by shared-pull-request',
      'PAY-2 > PAY-1 by trailer',
    );
    const both = { from: 'PAY-1', to: 'PAY-2' };
    const sources = [...(one?.sources ?? []), ...(shared?.sources ?? [])];

    const [conflict] = conflictsIn([{ ...both, sources }, ...(other ? [other] : [])]);

    expect(conflict?.sources.map(({ kind }) => kind)).toEqual(['jira-link', 'trailer']);
  });

  it('lists several by project and number', () => {
    const sentences = ['PAY-10 > PAY-11', 'PAY-11 > PAY-10', 'PAY-2 > LED-1', 'LED-1 > PAY-2'];
    const more = ['LED-1 > PAY-1', 'PAY-1 > LED-1'];

    expect(
      conflictsIn(edges(...sentences, ...more)).map(({ one, other }) => `${one} ${other}`),
    ).toEqual(['LED-1 PAY-1', 'LED-1 PAY-2', 'PAY-10 PAY-11']);
  });
});
