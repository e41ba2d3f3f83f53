import { pack, unpack } from '../../../src/adapters/storage/packed';

const textOf = (length: number) => 'ä'.repeat(length / 2);

describe('pack', () => {
  it.each([
    { what: 'nothing', value: null },
    { what: 'a list', value: [1, 'two', { three: [] }] },
    { what: 'a text just small enough', value: textOf(8 * 1024 - 4) },
    { what: 'a large text', value: textOf(300 * 1024) },
    { what: 'a large record', value: { a: textOf(9000), b: [null, true, 1.5] } },
  ])('gives back $what', ({ value }) => {
    expect(unpack(pack(value))).toEqual(value);
    expect(JSON.stringify(pack(value))).toBe(JSON.stringify(pack(structuredClone(value))));
  });

  it.each([
    { bytes: 8 * 1024 - 1, form: 'plain' },
    { bytes: 8 * 1024, form: 'deflated' },
  ])('leaves $bytes bytes $form', ({ bytes, form }) => {
    const value = 'x'.repeat(bytes - 2);

    expect(Object.keys(pack(value))).toEqual([form]);
  });

  it('takes less room than the value', () => {
    expect(JSON.stringify(pack(textOf(1024 * 1024))).length).toBeLessThan(10 * 1024);
  });
});
