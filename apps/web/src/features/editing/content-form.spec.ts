import { describe, expect, it } from '@jest/globals';
import { CONTENT_FIELDS, RESOURCE_KINDS, wholeContent } from '@passalong/domain';
import { fromMarkdown } from '@passalong/prose';
import { contentToForm, emptyItem, formToInput, newItemId } from './content-form';
import { answered, filledInput } from './content.fixture';

describe.each(RESOURCE_KINDS)('The content of a %s', (kind) => {
  const fields = CONTENT_FIELDS[kind];

  it.each([1, 2, 3, 4, 5, 6])('comes back from the form as it went in, with every field filled (%i)', (seed) => {
    const input = filledInput(fields, seed);
    expect(formToInput(fields, contentToForm(fields, answered(fields, input)))).toEqual(input);
  });

  it.each(Object.keys(fields))('comes back with nothing but %s filled', (only) => {
    const input = { ...wholeContent(fields, {}), [only]: filledInput(fields)[only] };
    expect(formToInput(fields, contentToForm(fields, answered(fields, input)))).toEqual(input);
  });

  it('comes back empty from an empty form', () => {
    const empty = wholeContent(fields, {});
    expect(formToInput(fields, contentToForm(fields, empty))).toEqual(empty);
  });

  it('survives being kept as text on the device', () => {
    const input = filledInput(fields);
    const kept = JSON.parse(JSON.stringify(input)) as typeof input;
    expect(contentToForm(fields, kept)).toEqual(contentToForm(fields, answered(fields, input)));
  });
});

describe('Rich text in a form', () => {
  const { problem } = CONTENT_FIELDS.PLAYBOOK;
  if (problem === undefined) throw new Error('The playbook has a problem.');
  const inForm = (value: unknown): unknown => contentToForm({ problem }, { problem: value })['problem'];

  it('is the same text in whatever order its keys were kept', () => {
    const kept = { document: { content: [{ attrs: { src: '/files/a', alt: 'A chart' }, type: 'image' }], type: 'doc' } };
    const sent = { document: { type: 'doc', content: [{ type: 'image', attrs: { alt: 'A chart', src: '/files/a' } }] } };
    expect(inForm(kept)).toBe(inForm(sent));
  });

  it('says nothing where there is no word in it', () => {
    expect(inForm({ document: { type: 'doc', content: [{ type: 'paragraph' }] } })).toBe('');
    expect(formToInput({ problem }, { problem: '' })).toEqual({ problem: null });
  });

  it('loses no word of what was kept on the device before there was an editor', () => {
    expect(formToInput({ problem }, { problem: inForm({ markdown: 'They *leave*\n\n- early' }) })).toEqual({ problem: { document: fromMarkdown('They \\*leave\\*\n\n\\- early') } });
  });
});

describe('A form', () => {
  const { steps, resources, timeline } = CONTENT_FIELDS.PLAYBOOK;
  if (steps?.type !== 'list' || resources === undefined || timeline === undefined) throw new Error('The playbook has steps.');

  it('gives a new step an id that the server takes', () => {
    expect(emptyItem(steps)['id']).toMatch(/^[0-9a-z]{8}$/);
    expect(newItemId()).not.toBe(newItemId());
  });

  it('keeps a part in which one answer is no', () => {
    const roles = CONTENT_FIELDS.PLAYBOOK['roles'];
    if (roles?.type !== 'list') throw new Error('The playbook has roles.');
    const form = { roles: [{ ...emptyItem(roles), paid: 'no' }] };
    expect(formToInput({ roles }, form)).toMatchObject({ roles: [{ paid: false, role: null }] });
  });

  it('sends neither a unit without a number nor a currency without an amount', () => {
    expect(formToInput({ timeline, resources }, { timeline: { amount: '', unit: 'WEEKS' }, resources: { directCost: { amount: ' ', currency: 'GBP' } } })).toEqual({ timeline: null, resources: null });
  });

  it('takes pounds where no currency is chosen', () => {
    expect(formToInput({ resources }, { resources: { directCost: { amount: '40' } } })).toMatchObject({ resources: { directCost: { amount: '40', currency: 'GBP' } } });
  });

  it('leaves out lines of a list that say nothing', () => {
    const { doNot } = CONTENT_FIELDS.CONTENT_TEMPLATE;
    expect(formToInput({ doNot: doNot ?? steps }, { doNot: [{ value: 'Film strangers' }, { value: ' ' }] })).toEqual({ doNot: ['Film strangers'] });
  });
});
