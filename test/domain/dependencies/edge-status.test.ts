import type { EdgeStatus } from '../../../src/domain/dependencies/edge';
import { edgeStatus, type EdgeStatusFacts } from '../../../src/domain/dependencies/edge-status';

const FACTS: EdgeStatusFacts = {
  visibility: 'visible',
  category: 'in-progress',
  changes: { total: 3, present: 0, along: 0, unknown: 0 },
  isComplete: true,
  target: 'prod',
  isInBundle: false,
  mayTravel: false,
};
const changes = (
  total: number,
  present: number,
  unknown = 0,
  along = 0,
): EdgeStatusFacts['changes'] => ({ total, present, along, unknown });

describe('edgeStatus', () => {
  it.each<Partial<EdgeStatusFacts> & { status: EdgeStatus; why: string }>([
    { changes: changes(3, 3), status: 'satisfied', why: 'all 3 changes are on prod' },
    { changes: changes(2, 2), status: 'satisfied', why: 'both changes are on prod' },
    { changes: changes(1, 1), status: 'satisfied', why: 'its change is on prod' },
    {
      changes: changes(3, 3),
      isInBundle: true,
      mayTravel: true,
      status: 'satisfied',
      why: 'all 3 changes are on prod',
    },
    {
      changes: changes(0, 0),
      category: 'done',
      status: 'satisfied',
      why: 'it has no change and is done',
    },
    {
      changes: changes(3, 1),
      isInBundle: true,
      mayTravel: true,
      status: 'in-bundle',
      why: 'it travels in the same bundle',
    },
    {
      changes: changes(3, 1, 2),
      isInBundle: true,
      mayTravel: true,
      status: 'in-bundle',
      why: 'it travels in the same bundle',
    },
    {
      changes: changes(3, 1, 0, 2),
      status: 'in-bundle',
      why: 'what prod lacks of it comes along with the same commits',
    },
    {
      changes: changes(3, 1, 0, 2),
      isComplete: false,
      status: 'unresolved',
      why: 'nothing of it is known to be left behind, but its evidence could not all be read',
    },
    {
      changes: changes(3, 1, 1, 1),
      status: 'unresolved',
      why: 'nobody can tell whether 1 of 3 changes is on prod',
    },
    {
      changes: changes(3, 1, 0, 1),
      status: 'missing',
      why: '1 of 3 changes is not on prod, and it does not travel along',
    },
    {
      changes: changes(3, 1),
      status: 'missing',
      why: '2 of 3 changes are not on prod, and it does not travel along',
    },
    {
      changes: changes(1, 0),
      status: 'missing',
      why: '1 of 1 change is not on prod, and it does not travel along',
    },
    {
      changes: changes(3, 1, 1),
      status: 'missing',
      why: '1 of 3 changes is not on prod, and it does not travel along',
    },
    {
      changes: changes(3, 0),
      category: 'done',
      status: 'missing',
      why: '3 of 3 changes are not on prod, and it does not travel along',
    },
    {
      changes: changes(3, 0),
      isInBundle: true,
      status: 'missing',
      why: '3 of 3 changes are not on prod, and it is in the same bundle but blocked itself',
    },
    {
      changes: changes(3, 0),
      mayTravel: true,
      status: 'missing',
      why: '3 of 3 changes are not on prod, and it does not travel along',
    },
    {
      changes: changes(3, 2, 1),
      status: 'unresolved',
      why: 'nobody can tell whether 1 of 3 changes is on prod',
    },
    {
      changes: changes(3, 1, 2),
      isInBundle: true,
      status: 'unresolved',
      why: 'nobody can tell whether 2 of 3 changes are on prod',
    },
    {
      changes: changes(3, 3),
      isComplete: false,
      status: 'unresolved',
      why: 'nothing of it is known to be left behind, but its evidence could not all be read',
    },
    {
      changes: changes(0, 0),
      category: 'done',
      isComplete: false,
      status: 'unresolved',
      why: 'no change of it was found, but its evidence could not all be read',
    },
    {
      changes: changes(0, 0),
      category: 'in-progress',
      status: 'unresolved',
      why: 'it has no change and is not done',
    },
    {
      changes: changes(0, 0),
      category: 'new',
      isInBundle: true,
      mayTravel: true,
      status: 'unresolved',
      why: 'it has no change and is not done',
    },
    {
      changes: changes(0, 0),
      category: 'unknown',
      status: 'unresolved',
      why: 'it has no change, and nobody knows whether it is done',
    },
    {
      visibility: 'unknown-issue',
      changes: changes(3, 3),
      status: 'unresolved',
      why: 'there is no such issue, or nobody read it yet',
    },
    {
      visibility: 'hidden',
      changes: changes(3, 3),
      category: 'done',
      status: 'hidden',
      why: 'you may not see it',
    },
  ])('is $status: $why', ({ status, why, ...facts }) => {
    expect(edgeStatus({ ...FACTS, ...facts })).toEqual({ status, why });
  });
});
