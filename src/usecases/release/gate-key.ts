import type { GateKey } from '../../ports/gate-store';
import type { Ports } from '../../ports/ports';
import { asAdministrator } from '../administrator';
import type { Outcome } from '../refusal';

type KeyPorts = Pick<Ports, 'asUser' | 'gates' | 'gateUrl' | 'newSecret' | 'now'>;
type Project = { projectKey: string };

/** Where pipelines ask, and who made the secret that they sign with; `null` when there is none. */
export type GateAddress = { url: string; key: Omit<GateKey, 'secret'> | null };

/** Tells the secret to nobody. */
export const getGate = (ports: KeyPorts, { projectKey }: Project): Promise<Outcome<GateAddress>> =>
  asAdministrator(ports, async () => {
    const [url, key] = await Promise.all([ports.gateUrl(), ports.gates.findKey(projectKey)]);
    return { url, key: key ? { savedAt: key.savedAt, savedBy: key.savedBy } : null };
  });

/** Makes a new secret in place of the old one, which is worth nothing from then on; told this once. */
export const createGateKey = (
  ports: KeyPorts,
  { projectKey }: Project,
): Promise<Outcome<GateKey & { url: string }>> =>
  asAdministrator(ports, async () => {
    await ports.asUser.listVersions(projectKey);
    const { displayName: savedBy } = await ports.asUser.getViewer();
    const key = { secret: ports.newSecret(), savedAt: ports.now(), savedBy };
    await ports.gates.saveKey(projectKey, key);
    return { ...key, url: await ports.gateUrl() };
  });

/** From then on every pipeline of the project is turned away. */
export const deleteGateKey = (
  ports: KeyPorts,
  { projectKey }: Project,
): Promise<Outcome<Project>> =>
  asAdministrator(ports, async () => {
    await ports.gates.deleteKey(projectKey);
    return { projectKey };
  });
