import { sweep as sweepAll } from '../usecases/sweep';
import { wire } from './wire';

const ports = wire();

/** Every hour: queues a reading of every repository. */
export async function sweep(): Promise<{ statusCode: number }> {
  await sweepAll(ports);
  return { statusCode: 204 };
}
