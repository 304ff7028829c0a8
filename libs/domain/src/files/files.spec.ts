import { describe, expect, it } from '@jest/globals';
import { coversOtherInstitutions, type DescribedFile, fileName, filePublicationProblem, leftOutMarker } from './index.js';

const agreed: DescribedFile = { altText: 'A student at a fair', showsPerson: true, consentReference: 'C-17', consentScopes: ['consent-scope:other-members'], consentExpiresOn: '2027-01-31' };
const TODAY = '2026-11-28';

describe('A file', () => {
  it('may be published when a person shown has agreed, and until the last day of it', () => {
    expect(filePublicationProblem(agreed, true, TODAY)).toBeNull();
    expect(filePublicationProblem(agreed, true, '2027-01-31')).toBeNull();
    expect(filePublicationProblem(agreed, true, '2027-02-01')).toContain('ended on 2027-01-31');
  });

  it.each([
    [{ altText: ' ' }, 'what the picture shows'], [{ showsPerson: null }, 'whether it shows a person'], [{ consentReference: null }, 'reference'], [{ consentScopes: [] }, 'covers'],
    [{ consentExpiresOn: null }, 'until when'], [{ consentScopes: ['consent-scope:public-web', 'consent-scope:withdrawn'] }, 'has ended'], [{ consentScopes: ['consent-scope:audio-only'] }, 'does not cover'],
  ] as [Partial<DescribedFile>, string][])('is refused with %j', (change, words) => {
    expect(filePublicationProblem({ ...agreed, ...change }, true, TODAY)).toContain(words);
  });

  it('needs no agreement where it shows nobody', () => {
    expect(filePublicationProblem({ ...agreed, showsPerson: false, consentReference: null, consentScopes: [], consentExpiresOn: null }, true, TODAY)).toBeNull();
  });

  it('goes along to other institutions only under a scope that names them and has not ended', () => {
    expect(coversOtherInstitutions(agreed, TODAY)).toBe(true);
    expect(coversOtherInstitutions({ ...agreed, consentScopes: ['consent-scope:own-institution-organic'] }, TODAY)).toBe(false);
    expect(coversOtherInstitutions(agreed, '2027-02-01')).toBe(false);
    expect(coversOtherInstitutions({ ...agreed, showsPerson: null }, TODAY)).toBe(false);
    expect(coversOtherInstitutions({ ...agreed, showsPerson: false, consentScopes: [] }, TODAY)).toBe(true);
  });

  it('leaves its description behind where it was left out', () => {
    expect(leftOutMarker('A student at a fair.')).toBe('[Picture left out: A student at a fair. The person shown agreed to its use by the original institution alone.]');
  });

  it('is named for its content and never leads anywhere', () => {
    expect(fileName('Fair 2026.html', 'image/png')).toBe('Fair-2026.png');
    expect(fileName('../../etc/passwd', 'application/pdf')).toBe('passwd.pdf');
    expect(fileName('..\\..\\', 'application/pdf')).toBe('file.pdf');
    expect(fileName('Ffair Wanwyn – Gŵyl.jpeg', 'image/jpeg')).toBe('Ffair-Wanwyn-Gwyl.jpg');
    expect([...fileName('x'.repeat(500), 'image/png')].length).toBeLessThanOrEqual(120);
  });
});
