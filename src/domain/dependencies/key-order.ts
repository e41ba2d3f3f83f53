const KEY = /^(.*)-(\d+)$/;

/** By project, then by number: `PAY-2` comes before `PAY-10`. */
export function compareKeys(one: string, other: string): number {
  const [project, number] = parts(one);
  const [otherProject, otherNumber] = parts(other);
  return compareText(project, otherProject) || number - otherNumber || compareText(one, other);
}

function parts(key: string): [project: string, number: number] {
  const [, project = key, number = '0'] = KEY.exec(key) ?? [];
  return [project, Number(number)];
}

export const compareText = (one: string, other: string): number =>
  one === other ? 0 : one < other ? -1 : 1;
