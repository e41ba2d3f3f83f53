import { grouped } from '../../../src/domain/doctor/grouped';

it('keeps items together in the order in which their keys came first', () => {
  expect([...grouped([3, 1, 5, 2], (number) => number % 2)]).toEqual([
    [1, [3, 1, 5]],
    [0, [2]],
  ]);
});
