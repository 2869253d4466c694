import type { GuideId } from '../../../core/guides/guides.ts';
import { replicaOf } from '../../../core/guides/replicas/index.ts';
import type { System } from '../../../core/guides/system.ts';
import { Replica } from './replica.tsx';
import type { SceneWords } from './scene.ts';

interface GuideReplicaProps {
  readonly guide: GuideId;
  readonly way: string;
  readonly system: System;
  readonly words: SceneWords;
  readonly done: boolean;
}

/** The page that a way of a guide leads to; nothing where there is none. */
export function GuideReplica({ guide, way, system, words, done }: GuideReplicaProps) {
  const replica = replicaOf(guide, way, system);
  return replica === null ? null : <Replica replica={replica} words={words} done={done} />;
}
