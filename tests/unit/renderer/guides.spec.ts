import { describe, expect, test } from 'vitest';
import { CAUSES } from '../../../core/causes/catalogue.ts';
import { GUIDES, guideFor } from '../../../core/guides/guides.ts';
import { MEDIA } from '../../../core/medium.ts';
import { stepKey } from '../../../renderer/app/screens/guide.tsx';

describe('every guide', () => {
  test.each(Object.entries(GUIDES))('%s has words for its steps, and ends in a test', (id, { steps }) => {
    const guide = Object.keys(GUIDES).find((each): each is keyof typeof GUIDES => each === id);
    if (guide === undefined) throw new Error(id);
    for (const { text } of steps) expect(stepKey(guide, text)).toBe(`guide/${id}/steps/${text}`);
    expect(steps.at(-1)?.doneWhen).toBe('captured');
  });

  test('is led to by a cause', () => {
    const ids = Object.keys(CAUSES).filter((id): id is keyof typeof CAUSES => id in CAUSES);
    const reached = ids.flatMap((cause) => MEDIA.map((medium) => guideFor(cause, medium)));
    for (const id of Object.keys(GUIDES)) expect(reached).toContain(id);
  });
});

test('a step without words is a bug that is told', () => {
  expect(() => stepKey('linux.connect-camera', 'constructor-of-nothing')).toThrow('has no words');
});
