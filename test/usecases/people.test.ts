import { findPeople, namePeople } from '../../src/usecases/people';
import { createInMemoryPorts, createWorld } from '../support/in-memory-ports';

const RITA = { accountId: 'rita', displayName: 'Rita Novak' };

describe('people for settings', () => {
  const ports = createInMemoryPorts(createWorld({ people: [RITA] }));

  it('are found and named for an administrator', async () => {
    expect(await findPeople(ports, { words: 'Rita' })).toEqual([RITA]);
    expect(await namePeople(ports, { accountIds: ['rita', 'rita', 'gone'] })).toEqual([RITA]);
  });

  it('are for administrators only', async () => {
    const plain = createInMemoryPorts(createWorld({ people: [RITA], viewer: 'user' }));

    expect(await findPeople(plain, { words: 'Rita' })).toMatchObject({ refused: 'forbidden' });
    expect(await namePeople(plain, { accountIds: ['rita'] })).toMatchObject({
      refused: 'forbidden',
    });
  });
});
