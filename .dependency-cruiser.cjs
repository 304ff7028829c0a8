/** Rooms import only downwards, never in circles, and never past another room's index. */
const rooms = ['partner', 'community', 'moderation', 'evidence', 'library', 'identity', 'platform'];
const upward = rooms.flatMap((room, level) => (level === 0 ? [] : [{
  name: `${room}-imports-upward`, severity: 'error',
  from: { path: `^apps/api/src/${room}/` }, to: { path: `^apps/api/src/(${rooms.slice(0, level).join('|')})/` },
}]));
const past = rooms.filter((room) => room !== 'platform').map((room) => ({
  name: `past-the-index-of-${room}`, severity: 'error',
  from: { path: '^apps/api/src/', pathNot: `^apps/api/src/${room}/` },
  to: { path: `^apps/api/src/${room}/`, pathNot: `^apps/api/src/${room}/index\\.ts$` },
}));

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: { pathNot: 'node_modules' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    ...upward, ...past,
    { name: 'domain-is-pure', severity: 'error', from: { path: '^libs/domain/src', pathNot: '\\.spec\\.ts$' }, to: { pathNot: '^libs/domain/src' } },
    { name: 'rooms-import-nothing-from-the-top', severity: 'error', from: { path: '^apps/api/src/(partner|community|moderation|evidence|library|identity|platform)/', pathNot: '\\.spec\\.ts$' }, to: { path: '^apps/api/src/(commands/|app\\.module|serve|main|cli|entities|data-source)' } },
    { name: 'web-features-stay-apart', severity: 'error', from: { path: '^apps/web/src/features/([^/]+)/' }, to: { path: '^apps/web/src/features/([^/]+)/', pathNot: '^apps/web/src/features/$1/' } },
    { name: 'web-looks-down', severity: 'error', from: { path: '^apps/web/src/(features|ui|graphql)/' }, to: { path: '^apps/web/src/(app|pages|screens)/' } },
    { name: 'web-screens-stay-in-the-browser', severity: 'error', from: { path: '^apps/web/src/(pages|features)/' }, to: { path: '^apps/web/src/screens/', pathNot: '^apps/web/src/screens/screen\\.ts$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' }, exclude: { path: '(/dist/|node_modules)' }, tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' }, enhancedResolveOptions: { conditionNames: ['@passalong/source', 'import', 'default'], exportsFields: ['exports'], extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  },
};
