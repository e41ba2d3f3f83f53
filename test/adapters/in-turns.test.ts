import { inTurns } from '../../src/adapters/in-turns';

describe('inTurns', () => {
  it('answers in order, five at a time', async () => {
    let running = 0;
    let most = 0;
    const ask = async (item: number): Promise<number> => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return item * 10;
    };

    const answers = await inTurns([1, 2, 3, 4, 5, 6, 7], ask);

    expect(answers).toEqual([10, 20, 30, 40, 50, 60, 70]);
    expect(most).toBe(5);
  });

  it('asks no further after a failure', async () => {
    const asked: number[] = [];
    const ask = (item: number): Promise<number> => {
      asked.push(item);
      return item === 2 ? Promise.reject(new Error('no')) : Promise.resolve(item);
    };

    await expect(inTurns([1, 2, 3, 4, 5, 6], ask)).rejects.toThrow('no');
    expect(asked).toEqual([1, 2, 3, 4, 5]);
  });
});
