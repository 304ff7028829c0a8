/** The identity room: people, institutions, memberships, sessions, sign-in. */
export { IDENTITY_ENTITIES } from './entities.js';
export { GroupCommands } from './group.commands.js';
export { SharingGroup } from './group.entity.js';
export { SharingGroupType } from './group.type.js';
export { Institution } from './institution.entity.js';
export { Person } from './person.entity.js';
export { InstitutionType } from './institution.type.js';
export { PersonType } from './person.type.js';
export { ViewerAnswer } from './viewer.answer.js';
export { ViewerType } from './viewer.type.js';
export { ANONYMOUS, hashToken, ViewerReader } from './viewer.reader.js';
export { SessionCommands } from './session.commands.js';
export { InstitutionReader } from './institution.reader.js';
export { IDENTITY_RESOLVERS } from './resolvers.js';
export { readSessionToken, SIGN_IN_CONTROLLERS, SIGN_IN_PROVIDERS } from './sign-in/index.js';
export { demoIssuer, mountDemoProviders, readDemoInstitutions } from './demo/index.js';
export { importList, type InstitutionList, type ListReport, readList } from './institution-lists/index.js';
