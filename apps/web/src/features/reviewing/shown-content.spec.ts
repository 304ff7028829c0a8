import { describe, expect, it } from '@jest/globals';
import { isBlank, peopleIn } from './shown-content';

describe('Whether people appear', () => {
  it('follows from the roles that stand before a camera', () => {
    const roles = [{ role: { id: 'role:student-creator', label: 'Student creator' } }];
    expect(peopleIn('PLAYBOOK', { roles })).toEqual({ appear: true, unstated: ['Safeguards'] });
    expect(peopleIn('PLAYBOOK', { roles, safeguards: { consentPlan: 'Signed forms', escalation: [] } })).toEqual({ appear: true, unstated: [] });
  });

  it('is no where nothing in the content says so', () => {
    expect(peopleIn('PLAYBOOK', { roles: [{ role: { id: 'role:careers-consultant', label: 'Careers consultant' } }] }).appear).toBe(false);
  });
});

describe('A blank answer', () => {
  it.each([[null], [''], [[]], [{ html: '' }], [{ note: null, equipment: [] }], [[{ id: 'ab12', title: null }]]])('is %j', (value) => {
    expect(isBlank(value)).toBe(true);
  });

  it.each([[0], [false], [{ html: '<p>Words</p>' }], [{ id: 'ab12', title: 'Stand' }]])('is not %j', (value) => {
    expect(isBlank(value)).toBe(false);
  });
});
