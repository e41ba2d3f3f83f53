import { randomUUID } from 'node:crypto';

import type { Ports } from '../../src/ports/ports';
import { composeRelease } from '../../src/usecases/release/compose-release';
import { judgeLive } from '../../src/usecases/release/judge-live';
import { readComposed } from '../../src/usecases/release/read-composed';
import type { Standing } from '../../src/usecases/release/standing';
import {
  createInMemoryCompositions,
  noCompositions,
  type HeldCompositions,
} from './in-memory-compositions';
import {
  createLargePorts,
  createLargeRelease,
  questionOf,
  type LargeRelease,
} from './large-release';

const COUNT = 520;

/** A release of three chunks. */
export class ComposedScene {
  readonly world: LargeRelease;
  readonly ports: Ports;
  readonly #held: HeldCompositions;

  constructor(world = createLargeRelease(COUNT), held = noCompositions()) {
    this.world = world;
    this.#held = held;
    const compositions = createInMemoryCompositions(held);
    this.ports = { ...createLargePorts(world), compositions, newId: randomUUID };
  }

  /** Another scene that goes on from here. */
  copy(): ComposedScene {
    return new ComposedScene(structuredClone(this.world), structuredClone(this.#held));
  }

  read(isWhole = false, ports = this.ports): Promise<Standing> {
    return readComposed(ports, {
      ...{ ...questionOf(this.world), signOffs: [] },
      ...{ isWhole, isToCome: true },
    });
  }

  live(): Promise<Standing> {
    return judgeLive(this.ports, questionOf(this.world), []);
  }

  /** Delivers what is queued, and what that queues, until nothing is left. */
  async drain(ports = this.ports, onDelivery?: (delay: number) => void): Promise<number> {
    let delivered = 0;
    for (let next = this.world.composed.shift(); next; next = this.world.composed.shift()) {
      onDelivery?.(next.delay);
      await composeRelease(ports, next);
      delivered += 1;
    }
    return delivered;
  }
}

/** Writes down which issues are asked for. */
export function watchingIssues(ports: Ports, asked: string[][]): Ports {
  const { findIssues } = ports.asApp;
  const watched = (keys: readonly string[]) => {
    asked.push([...keys]);
    return findIssues(keys);
  };
  return { ...ports, asApp: { ...ports.asApp, findIssues: watched } };
}

/** Names the composition of the scene's release. */
export async function idOf(scene: ComposedScene): Promise<string> {
  const ids: string[] = [];
  const { findHeader } = scene.ports.compositions;
  const compositions = {
    ...scene.ports.compositions,
    findHeader: (id: string) => {
      ids.push(id);
      return findHeader(id);
    },
  };
  await scene.read(false, { ...scene.ports, compositions });
  return ids[0] ?? '';
}
