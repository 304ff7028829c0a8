/** What the app module wires of the demo providers. */
export { mountDemoProviders, type DemoProvidersOptions } from './demo-identity-providers.js';
export { demoIssuer, type DemoInstitution, type DemoPerson } from './demo-institution.js';
export { readDemoInstitutions } from './demo-institutions.reader.js';
