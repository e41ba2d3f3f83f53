import { createKnowledge } from '../../../src/domain/presence/knowledge';
import { createRenamedTwins } from '../../../src/domain/presence/renamed-twins';
import { nameOf, presenceFacts, shaOf, type Told } from '../../support/presence-facts';

const CHANGE: Told = { on: [], says: 'PAY-1 Fix', patch: 'fix', files: { old: '1' } };
const MOVE: Told = { on: [], says: 'PAY-2 Move', patch: 'move', moved: ['old', 'new'] };
const TWIN: Told = {
  ...{ on: ['m'], says: 'PAY-1: Fix', patch: 'fix in new' },
  ...{ lines: 'fix', files: { new: '2' } },
};

describe('createRenamedTwins', () => {
  it.each<[string, Record<string, Told>, string[]]>([
    ['in a file that was moved', {}, ['t']],
    ['in a file that nothing moved', { m: { ...MOVE, moved: ['old', 'else'] } }, []],
    ['of another issue', { t: { ...TWIN, says: 'PAY-2: Fix' } }, []],
    ['of another title', { t: { ...TWIN, says: 'PAY-1: Fix it' } }, []],
    ['with other lines', { t: { ...TWIN, lines: 'fixed' } }, []],
    ['in the very file', { t: { ...TWIN, files: { old: '2' } } }, []],
    ['beside another file', { t: { ...TWIN, files: { new: '2', more: '1' } } }, []],
    ['that was not read', { t: { ...TWIN, patch: '?' } }, []],
  ])('looks for the same lines %s', (_, some, expected) => {
    const knowledge = createKnowledge(presenceFacts({ c: CHANGE, m: MOVE, t: TWIN, ...some }));

    expect(createRenamedTwins(knowledge)(shaOf('c')).map(nameOf)).toEqual(expected);
  });
});
