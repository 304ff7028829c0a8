/** The fictional institutions of the demo commons and their people. Nobody here exists. */
import type { InstitutionRole } from '@passalong/domain';

export interface DemoPersonSeed {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly InstitutionRole[];
  readonly isModerator?: boolean;
  readonly isPlatformAdministrator?: boolean;
  /** Further institutions, by slug, with the roles held there. They sign in at any of them, and act for one at a time. */
  readonly alsoAt?: Readonly<Record<string, readonly InstitutionRole[]>>;
}

export interface DemoInstitutionSeed {
  readonly slug: string; readonly name: string; readonly country: string; readonly region: string; readonly sizeBand: string; readonly type: string; readonly zone: string; readonly domain: string;
  readonly people: readonly DemoPersonSeed[];
}

const practitioner = (subject: string, name: string): DemoPersonSeed => ({ subject, name, roles: ['PRACTITIONER'] });
const approver = (subject: string, name: string): DemoPersonSeed => ({ subject, name, roles: ['PRACTITIONER', 'APPROVER'] });
const administrator = (subject: string, name: string): DemoPersonSeed => ({ subject, name, roles: ['ADMINISTRATOR'] });
const moderator = (subject: string, name: string): DemoPersonSeed => ({ ...practitioner(subject, name), isModerator: true });
const platformAdministrator = (subject: string, name: string): DemoPersonSeed => ({ ...practitioner(subject, name), isPlatformAdministrator: true });

export const DEMO_INSTITUTIONS: readonly DemoInstitutionSeed[] = [
  { slug: 'northmoor', name: 'Northmoor University', country: 'GB', region: 'GB-ENG', sizeBand: '10000-19999', type: 'large-teaching-led', zone: 'Europe/London', domain: 'northmoor.example',
    people: [practitioner('nia', 'Nia Okafor'), approver('henry', 'Henry Lund'), administrator('joan', 'Joan Petrie'), moderator('ravi', 'Ravi Menon'), { ...practitioner('leila', 'Leila Castellan'), alsoAt: { saltmarsh: ['PRACTITIONER', 'APPROVER'] } }] },
  { slug: 'calderfold', name: 'Calderfold University', country: 'GB', region: 'GB-ENG', sizeBand: '5000-9999', type: 'teaching-led', zone: 'Europe/London', domain: 'calderfold.example',
    people: [practitioner('amina', 'Amina Rahman'), approver('tom', 'Tom Adeyemi'), administrator('sue', 'Sue Hartley')] },
  { slug: 'aberwen', name: 'University of Aberwen', country: 'GB', region: 'GB-WLS', sizeBand: '5000-9999', type: 'research-and-teaching', zone: 'Europe/London', domain: 'aberwen.example',
    people: [practitioner('carys', 'Carys Vaughan'), approver('emlyn', 'Emlyn Pugh'), moderator('gwen', 'Gwen Llywelyn'), platformAdministrator('mair', 'Mair Bevan')] },
  { slug: 'saltmarsh', name: 'Saltmarsh Institute of Art and Design', country: 'GB', region: 'GB-ENG', sizeBand: 'under-2000', type: 'specialist-arts', zone: 'Europe/London', domain: 'saltmarsh.example',
    people: [practitioner('ines', 'Ines Duarte'), approver('martin', 'Martin Slade')] },
  { slug: 'kestrel-ridge', name: 'Kestrel Ridge State University', country: 'US', region: 'US-OR', sizeBand: '10000-19999', type: 'regional-public', zone: 'America/Los_Angeles', domain: 'kestrelridge.example',
    people: [practitioner('dana', 'Dana Whitcomb'), approver('luis', 'Luis Herrera')] },
  { slug: 'banksia-coast', name: 'Banksia Coast University', country: 'AU', region: 'AU-QLD', sizeBand: '20000-plus', type: 'multi-campus-public', zone: 'Australia/Brisbane', domain: 'banksiacoast.example',
    people: [practitioner('mei', 'Mei Tanaka'), approver('jack', 'Jack Brennan'), moderator('ruth', 'Ruth Oyelaran')] },
];
