import { describe, expect, it } from '@jest/globals';
import { renumbered } from './step-order';

const NUMBERED = { order: 'order', waitsFor: 'dependsOn' };
const step = (title: string, order: string, ...dependsOn: string[]) => ({ title, order, dependsOn: dependsOn.map((value) => ({ value })) });

describe('Steps', () => {
  it('are numbered by their places, and what waits for a step follows it', () => {
    expect(renumbered([step('Ask', '2', '1'), step('Plan', '1'), step('Film', '3', '2', '1')], NUMBERED)).toEqual([step('Ask', '1', '2'), step('Plan', '2'), step('Film', '3', '1', '2')]);
  });

  it('no longer wait for a step that was removed', () => {
    expect(renumbered([step('Film', '3', '2', '1'), step('Plan', '1')], NUMBERED)).toEqual([step('Film', '1', '2'), step('Plan', '2')]);
  });
});
