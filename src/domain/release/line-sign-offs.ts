import type { LineSignOff } from '../lines/changed-since';
import type { ReleaseActs } from './acts';

/** Sign-offs in force, as the life of an issue counts them: on the line that the release leaves. */
export const lineSignOffs = ({ signOffs }: Pick<ReleaseActs, 'signOffs'>): LineSignOff[] =>
  signOffs
    .filter(({ decision, revoked }) => decision === 'approved' && revoked === null)
    .map(({ promotion, at, by, role }) => ({ line: promotion.from, at, by, role }));
